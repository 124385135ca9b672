package dev.sdpoint.engine.model;

import java.io.IOException;
import java.io.InputStream;

/** The trained model that comes with the program: {@code wrn-16-2} on CIFAR-10. */
public final class SampleModels {
    private static final String NAME = "wrn-16-2-cifar10.sdp";
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

    static SdpModel load(String resource) throws ModelFileException {
        try (InputStream in = SampleModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ModelFileException("This build of SDPoint Explorer comes without the sample model " + NAME
                        + ". Open or train a model of your own.");
            }
            return ModelFiles.read(in, "The sample model " + NAME);
        } catch (IOException e) {
            throw SealedZipReader.unreadable("the sample model " + NAME, e);
        }
    }
}
