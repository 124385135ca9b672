package dev.sdpoint.engine.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two windows, or a window and a command, from changing the same data set at a time. The system frees it with the process. */
final class InstallLock implements AutoCloseable {
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private InstallLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes it.
     *
     * @param file made if need be, and left there
     * @throws DownloadException if somebody else has it
     */
    static InstallLock take(Path file, DataArchive archive) throws IOException, DownloadException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new InstallLock(channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // in this process
        } catch (IOException e) {
            return new InstallLock(channel, null); // a file system without locks
        }
        channel.close();
        throw new DownloadException(archive.title()
                + " is being worked on already, by another window or command. Wait for it, or cancel it there.");
    }

    @Override
    public void close() throws IOException {
        FileLock held = lock;
        if (held != null) {
            held.release();
        }
        channel.close();
    }
}
