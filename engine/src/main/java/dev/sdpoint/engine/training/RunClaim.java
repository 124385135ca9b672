package dev.sdpoint.engine.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That one run alone writes a checkpoint: a locked file beside it, gone when the run has ended. The operating system gives up
 * the lock of a killed process.
 */
final class RunClaim implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private RunClaim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Claims a checkpoint, making its folder if need be.
     *
     * @throws TrainingException if another run has it, of this program or another, or its folder cannot be written
     */
    static RunClaim of(Path checkpoint) throws TrainingException {
        Path file = checkpoint.resolveSibling(checkpoint.getFileName() + ".lock");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new TrainingException("Another run is training with the checkpoint " + checkpoint
                        + ". Wait until it has ended or stop it, or train into another file.");
            }
            return new RunClaim(file, channel);
        } catch (IOException e) {
            throw new TrainingException(
                    "Could not write beside the checkpoint " + checkpoint + " (" + e.getMessage()
                            + "). Check that the folder can be written.",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true; // a file system without locks cannot tell
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            // an empty file without a lock is in nobody's way
        }
    }
}
