package dev.sdpoint.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who else uses the store. One file beside the database; its bytes are locked, not written: byte 0 by every instance of the
 * program that has the store open, and one byte a run by whoever records it. The operating system gives up the locks of a
 * killed process. A process opens the file once: on POSIX systems closing any channel of a file gives up all its locks.
 */
final class StoreLock implements AutoCloseable {
    private static final String FILE = "runs.lock";
    private static final long PRESENCE = 0;
    private static final long FIRST_RUN = 16;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long POLL_MILLIS = 20;
    private static final Map<Path, StoreLock> HERE = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final Map<Long, Optional<FileLock>> claims = new HashMap<>();
    private @Nullable FileLock presence;
    private boolean alone;
    private int users;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Tells others that the store is open here; waits while another instance opens it.
     *
     * @throws IOException if the folder cannot be written, or another instance takes too long
     */
    static StoreLock enter(Path folder) throws IOException {
        synchronized (HERE) {
            Path file = folder.toAbsolutePath().normalize().resolve(FILE);
            StoreLock known = HERE.get(file);
            if (known == null) {
                known = new StoreLock(
                        file,
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
                try {
                    known.lockPresence();
                } catch (IOException e) {
                    known.channel.close();
                    throw e;
                }
                HERE.put(file, known);
            } else {
                known.share();
            }
            known.users++;
            return known;
        }
    }

    /** Looks at what others have locked, where nothing can be written; empty if there is nothing to look at. */
    static Optional<StoreLock> observe(Path folder) {
        Path file = folder.toAbsolutePath().normalize().resolve(FILE);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new StoreLock(file, FileChannel.open(file, StandardOpenOption.READ)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void lockPresence() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (presence == null) {
            presence = lock(PRESENCE, false);
            alone = presence != null;
            if (presence == null) {
                presence = lock(PRESENCE, true);
            }
            if (presence == null) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("another instance of the program has been opening it for long");
                }
                pause();
            }
        }
    }

    /** Whether no other instance has the store open, nor can open it before {@link #share()}. */
    synchronized boolean alone() {
        return alone;
    }

    /** Lets others in. */
    synchronized void share() throws IOException {
        if (alone && presence != null) {
            presence.release();
            presence = lock(PRESENCE, true); // who is quicker holds it for a moment, to open
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (presence == null && System.nanoTime() < deadline) {
                pause();
                presence = lock(PRESENCE, true);
            }
        }
        alone = false;
    }

    /** Makes a run this process's to record. @return whether nobody else records it */
    synchronized boolean claim(long run) throws IOException {
        if (claims.containsKey(run)) {
            return false;
        }
        for (int attempt = 0; attempt < 10; attempt++) { // others look with a shared lock, for microseconds
            FileLock lock = lock(FIRST_RUN + run, false);
            if (lock != null) {
                claims.put(run, Optional.of(lock));
                return true;
            }
            pause();
        }
        return false;
    }

    synchronized void release(long run) {
        Optional<FileLock> claim = claims.remove(run);
        try {
            if (claim != null && claim.isPresent() && channel.isOpen()) {
                claim.get().release();
            }
        } catch (IOException e) {
            // given up when the process ends
        }
    }

    /** Whether somebody records a run, here or in another process. */
    synchronized boolean claimed(long run) {
        if (claims.containsKey(run)) {
            return true;
        }
        try {
            FileLock lock = lock(FIRST_RUN + run, true);
            if (lock != null) {
                lock.release();
            }
            return lock == null;
        } catch (IOException e) {
            return false; // a file system without locks cannot tell
        }
    }

    private @Nullable FileLock lock(long at, boolean shared) throws IOException {
        try {
            return channel.tryLock(at, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for another instance was interrupted", e);
        }
    }

    @Override
    public void close() {
        synchronized (HERE) {
            users--;
            if (users <= 0) {
                HERE.remove(file, this);
                try {
                    channel.close();
                } catch (IOException e) {
                    // given up when the process ends
                }
            }
        }
    }
}
