package dev.sdpoint.app.shell.help;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a log, however long it is. */
final class LogTail {
    private static final int MOST_BYTES = 256 * 1024;

    private LogTail() {}

    /**
     * The last lines of a file; none if it is not there.
     *
     * @param most how many at most
     * @throws IOException if it cannot be read
     */
    static List<String> lines(Path file, int most) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - MOST_BYTES);
            log.seek(start);
            byte[] end = new byte[(int) Math.min(MOST_BYTES, log.length() - start)];
            log.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            int whole = start > 0 && !lines.isEmpty() ? 1 : 0; // the first began before
            return lines.subList(Math.max(whole, lines.size() - most), lines.size());
        }
    }
}
