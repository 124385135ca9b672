package dev.sdpoint.engine.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The turn to change something that several may change: windows and commands wait for each other, so that none reads what another is about to
 * replace. An empty file stands for what is changed and is left there. The system frees it with the process.
 */
public final class Turn implements AutoCloseable {
    /** Within this process; a process holds a lock on a file once. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private Turn(ReentrantLock here, FileChannel channel, @Nullable FileLock lock) {
        this.here = here;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for the turn to change a file, of which a hidden one beside it tells.
     *
     * @param file whose folder is made if need be
     * @throws IOException if nothing can be written there, or the wait is interrupted
     */
    public static Turn toChange(Path file) throws IOException {
        try {
            return at(file.resolveSibling("." + file.getFileName() + ".lock"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The wait for another window to write " + file + " was interrupted.");
        }
    }

    /**
     * Waits for it.
     *
     * @param place the file that stands for what is changed; its folder is made if need be
     */
    public static Turn at(Path place) throws IOException, InterruptedException {
        Path file = place.toAbsolutePath().normalize();
        ReentrantLock here = HERE.computeIfAbsent(file, unused -> new ReentrantLock());
        here.lockInterruptibly();
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Turn(here, channel, lock(channel));
        } catch (IOException | InterruptedException | RuntimeException e) {
            here.unlock();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws InterruptedException {
        try {
            return channel.lock();
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
            closed(channel);
            Thread.interrupted(); // the exception tells it from here on
            throw new InterruptedException("The wait for another program's turn was interrupted.");
        } catch (IOException e) {
            return null; // a file system without locks
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException e) {
            // given up when the channel is closed
        } finally {
            closed(channel);
            here.unlock();
        }
    }

    private static void closed(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // given up when the process ends
        }
    }
}
