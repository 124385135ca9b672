package dev.sdpoint.app.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of several queue files is this process's. Two windows that wrote one file would take each other's waiting runs away, and train some twice:
 * the first has {@code queue.properties}, the second {@code queue-2.properties}. What a window that has ended left in a further file, the next
 * one takes over. The operating system gives up the locks of a process that ends. Blocking.
 */
final class QueueClaim {
    private static final int MOST = 9;
    private static final Set<Path> HERE = new HashSet<>();

    private QueueClaim() {}

    /** The file that is this process's until it ends: the first that is no other's. */
    static synchronized Path of(Path file) {
        for (Path place : places(file)) {
            if (HERE.contains(place) || lock(place).isPresent()) {
                HERE.add(place); // its channel stays open
                return place;
            }
        }
        return file; // where nothing can be locked, as before
    }

    /** The other files that are there and nobody's, locked now. To be closed. */
    static synchronized List<Left> left(Path file) {
        List<Left> found = new ArrayList<>();
        for (Path place : places(file)) {
            if (Files.isRegularFile(place) && !HERE.contains(place)) {
                lock(place).ifPresent(channel -> found.add(new Left(place, channel)));
            }
        }
        return found;
    }

    /** A file that an ended window left. */
    record Left(Path file, FileChannel lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    /** Where the queues of all windows lie, from the first; few are there. */
    static List<Path> places(Path file) {
        Path first = file.toAbsolutePath().normalize();
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(i -> i == 1
                        ? first
                        : first.resolveSibling(
                                String.valueOf(first.getFileName()).replace(".properties", "-" + i + ".properties")))
                .toList();
    }

    private static Optional<FileChannel> lock(Path place) {
        try {
            Path folder = place.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(
                    place.resolveSibling("." + place.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
            }
            return lock == null ? Optional.empty() : Optional.of(channel);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
