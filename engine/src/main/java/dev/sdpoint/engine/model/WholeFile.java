package dev.sdpoint.engine.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes files whole or not at all, so that nobody reads half of one. */
public final class WholeFile {
    private static final int BUFFER = 1 << 16;

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
        WholeFile.<IOException>write(file, out -> out.write(content));
    }

    /**
     * What a file shall hold, told piece by piece.
     *
     * @param <E> what can keep it from being told
     */
    @FunctionalInterface
    public interface Content<E extends Exception> {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException, E;
    }

    /** As {@link #write(Path, byte[])}, of any length. */
    public static <E extends Exception> void write(Path file, Content<E> content) throws IOException, E {
        try (Draft draft = Draft.of(file.toAbsolutePath())) {
            OutputStream out = new BufferedOutputStream(draft.out(), BUFFER);
            content.to(out);
            out.flush();
            draft.finish();
        }
    }
}
