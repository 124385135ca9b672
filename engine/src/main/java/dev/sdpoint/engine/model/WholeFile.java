package dev.sdpoint.engine.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes files whole or not at all, so that nobody reads half of one. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes text in UTF-8, as {@link #write(Path, byte[])} does. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file, making its folder if need be.
     *
     * @throws IOException if it cannot be written; what was there before is there still
     */
    public static void write(Path file, byte[] content) throws IOException {
        try (Draft draft = Draft.of(file.toAbsolutePath())) {
            OutputStream out = draft.out();
            out.write(content);
            draft.finish();
        }
    }
}
