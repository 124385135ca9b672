package dev.sdpoint.engine.model;

import dev.sdpoint.engine.data.FullStop;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells why a file could not be written or read, in the words of a person. */
public final class DiskTrouble {
    private static final int MOST_CAUSES = 8;

    private DiskTrouble() {}

    /** Whether there was no room, or the person's share of it is used up. */
    public static boolean full(Throwable problem) {
        return says(problem, "no space", "not enough space", "quota", "disk full");
    }

    /** Whether nothing can be written there at all, or not by this person. */
    public static boolean writeProtected(Throwable problem) {
        return causes(problem).anyMatch(cause -> cause instanceof ReadOnlyFileSystemException)
                || says(problem, "read-only", "write protected", "write-protected");
    }

    /** A clause, such as “the disk is full”; what the system says where that is not known. */
    public static String words(IOException problem) {
        if (full(problem)) {
            return "the disk is full";
        }
        if (writeProtected(problem)) {
            return "the disk is write-protected";
        }
        if (problem instanceof AccessDeniedException) {
            return "access denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
            return "a file is where its folder should be";
        }
        if (problem instanceof FileSystemException known && known.getReason() != null) {
            return FullStop.without(known.getReason());
        }
        return problem.getMessage() == null
                ? problem.getClass().getSimpleName()
                : FullStop.without(problem.getMessage());
    }

    private static boolean says(Throwable problem, String... words) {
        return causes(problem)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> Stream.of(words).anyMatch(message::contains));
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }
}
