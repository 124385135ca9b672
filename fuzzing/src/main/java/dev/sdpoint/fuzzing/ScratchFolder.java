package dev.sdpoint.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one process, in memory where Linux has such; gone when the process ends. */
public final class ScratchFolder {
    private static final Path MEMORY = Path.of("/dev/shm");

    private ScratchFolder() {}

    /** A new, empty one. */
    public static Path create() {
        try {
            Path folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "sdpoint-fuzz")
                    : Files.createTempDirectory("sdpoint-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for files", e);
        }
    }

    /** Deletes all that is in a folder. */
    public static void empty(Path folder) {
        for (Path path : within(folder)) {
            if (!path.equals(folder)) {
                remove(path);
            }
        }
    }

    private static void delete(Path folder) {
        within(folder).forEach(ScratchFolder::remove);
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
