package dev.sdpoint.engine.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two that change a library from choosing the same name: windows and commands wait for each other. The system frees it with the
 * process.
 */
final class LibraryLock implements AutoCloseable {
    private static final String FILE = ".lock";

    /** Within this process; a process holds a lock on a file once. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private LibraryLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for it; the folder is made if need be. */
    static LibraryLock take(Path folder) throws IOException, InterruptedException {
        HERE.lockInterruptibly();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new LibraryLock(channel, lock(channel));
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
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
            channel.close();
        } catch (IOException e) {
            // given up when the process ends
        } finally {
            HERE.unlock();
        }
    }
}
