package dev.sdpoint.app.guide;

import dev.sdpoint.app.text.Texts;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the guide that the build put beside the classes. Not on the JavaFX thread. */
final class GuideSource {
    private static final Texts TEXTS = Texts.of(GuideSource.class);
    private static final Logger LOG = LoggerFactory.getLogger(GuideSource.class);

    private static final String FOLDER = "/dev/sdpoint/app/guide/";
    private static final String NAME = "README";
    private static final String TYPE = ".md";
    private static final String LIGHT = "-light.";
    private static final String DARK = "-dark.";
    private static final long PNG = 0x89504E470D0A1A0AL;

    private GuideSource() {}

    /**
     * The guide in the language of the machine.
     *
     * @throws IOException if it is not part of this build
     */
    static GuideText read() throws IOException {
        return read(Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
    }

    /**
     * The guide in a language, in English where there is no translation: {@code README_de.md} beside {@code README.md}.
     *
     * @param language such as {@code de}
     * @throws IOException if it is not part of this build
     */
    static GuideText read(String language) throws IOException {
        for (String file : List.of(NAME + "_" + language + TYPE, NAME + TYPE)) {
            try (InputStream in = GuideSource.class.getResourceAsStream(FOLDER + file)) {
                if (in != null) {
                    return GuideParser.read(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8), GuideSource::picture);
                }
            }
        }
        throw new IOException(TEXTS.get("missing"));
    }

    /** A picture in the light and the dark theme, whichever of them the guide names. */
    private static Optional<Block.Picture> picture(String file, String description) {
        String path = URI.create(FOLDER).resolve(file).getPath();
        Optional<URL> named = resource(path);
        if (named.isEmpty()) {
            LOG.warn("The picture {} of the guide is missing in this build.", path);
            return Optional.empty();
        }
        try {
            int[] size = size(path);
            return Optional.of(new Block.Picture(
                    resource(path.replace(DARK, LIGHT)).orElse(named.get()).toExternalForm(),
                    resource(path.replace(LIGHT, DARK)).orElse(named.get()).toExternalForm(),
                    size[0],
                    size[1],
                    description));
        } catch (IOException e) {
            LOG.warn("The picture {} of the guide cannot be read.", path, e);
            return Optional.empty();
        }
    }

    private static Optional<URL> resource(String path) {
        return Optional.ofNullable(GuideSource.class.getResource(path));
    }

    /** Width and height of a PNG, without its pixels: what is around it is laid out before it is there. */
    private static int[] size(String path) throws IOException {
        InputStream in = GuideSource.class.getResourceAsStream(path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        try (DataInputStream data = new DataInputStream(in)) {
            if (data.readLong() != PNG) {
                throw new IOException(TEXTS.get("picture.other", path));
            }
            data.readLong(); // length and name of the header
            return new int[] {data.readInt(), data.readInt()};
        }
    }
}
