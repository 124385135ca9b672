package dev.sdpoint.engine.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a file of the program's own whole or not at all: into a draft beside it, which then takes its name. */
final class WholeBytes {
    /** How drafts end; what a killed program leaves under such a name may be deleted. */
    static final String DRAFT = ".draft";

    /** Drafts of this age are a killed program's. */
    private static final Duration OLD = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(WholeBytes.class);

    private WholeBytes() {}

    /** Fills a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes, making the folders that are missing.
     *
     * @throws IOException if it cannot be written; then the file is what it was before
     */
    static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "", DRAFT);
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.writeTo(out);
            }
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether a file is a draft that a killed program left. */
    static boolean isOldDraft(Path file, Instant now) throws IOException {
        return file.toString().endsWith(DRAFT)
                && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(OLD));
    }

    /** Removes what killed programs left beside a file. Best effort: it is in nobody's way. */
    static void removeOldDrafts(Path file) {
        try (DirectoryStream<Path> drafts =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), "*" + DRAFT)) {
            for (Path draft : drafts) {
                if (isOldDraft(draft, Instant.now())) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Another program works beside {}.", file, e);
        }
    }
}
