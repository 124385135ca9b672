package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The texts of {@code app/src/main/legal}, which the build puts beside the classes. */
final class Legal {
    private static final Texts TEXTS = Texts.of(Legal.class);
    private static final String FOLDER = "/dev/sdpoint/app/legal/";

    private Legal() {}

    /** What others made of what the program brings, with their licences. */
    static String notices() throws IOException {
        return text("THIRD-PARTY-NOTICES.txt");
    }

    /** The program's own licence. */
    static String licence() throws IOException {
        return text("Apache-2.0.txt");
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Legal.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException(TEXTS.get("legal.missing", name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
