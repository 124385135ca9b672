package dev.sdpoint.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The trained model that comes with the program: {@code wrn-16-2} on CIFAR-10. */
public final class SampleModels {
    private static final String NAME = "wrn-16-2-cifar10.sdp";
    private static final String TITLE = "The sample model " + NAME;
    private static final String RESOURCE = "/dev/sdpoint/samples/" + NAME;

    private SampleModels() {}

    /** The sample's name for people: that of its file. */
    public static String name() {
        return NAME;
    }

    /**
     * Reads the sample; nothing is kept between calls.
     *
     * @throws ModelFileException if this build comes without it, or it is damaged
     */
    public static SdpModel load() throws ModelFileException {
        return load(RESOURCE);
    }

    /**
     * What the sample's file tells of it, without its numbers.
     *
     * @throws ModelFileException if this build comes without it, or it is damaged
     */
    public static ModelSummary look() throws ModelFileException {
        return with(RESOURCE, in -> ModelFiles.look(in, TITLE));
    }

    /**
     * Writes the sample to a file, whole or not at all.
     *
     * @throws ModelFileException if this build comes without it, or the file cannot be written
     */
    public static void export(Path target) throws ModelFileException {
        ModelFiles.write(target, load());
    }

    static SdpModel load(String resource) throws ModelFileException {
        return with(resource, in -> ModelFiles.read(in, TITLE));
    }

    private interface Reading<T> {
        T from(InputStream in) throws ModelFileException;
    }

    private static <T> T with(String resource, Reading<T> reading) throws ModelFileException {
        try (InputStream in = SampleModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ModelFileException("This build of SDPoint Explorer comes without the sample model " + NAME
                        + ". Open or train a model of your own.");
            }
            return reading.from(in);
        } catch (IOException e) {
            throw SealedZipReader.unreadable("the sample model " + NAME, e);
        }
    }
}
