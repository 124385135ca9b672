package dev.sdpoint.engine.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes files whole or not at all, so that nobody reads half of one. */
public final class WholeFile {
    private WholeFile() {}

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
