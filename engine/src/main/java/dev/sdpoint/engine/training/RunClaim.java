package dev.sdpoint.engine.training;

import dev.sdpoint.engine.model.DiskTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * That one run alone writes a checkpoint: a locked file beside it, gone when the run has ended. The operating system gives up
 * the lock of a killed process. This process remembers its own claims: on POSIX systems, to open and close the locked file once
 * more would give up its lock.
 */
final class RunClaim implements AutoCloseable {
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

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
        Path file = checkpoint.toAbsolutePath().normalize().resolveSibling(checkpoint.getFileName() + ".lock");
        if (!HERE.add(file)) {
            throw taken(checkpoint);
        }
        boolean claimed = false;
        try {
            Path folder = file.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            while (true) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                boolean locked = locked(channel);
                if (locked && Files.exists(file)) {
                    claimed = true;
                    return new RunClaim(file, channel);
                }
                channel.close();
                if (!locked) {
                    throw taken(checkpoint);
                }
                // A run that has just ended removed the file before it was locked here, and a third one may make
                // another.
            }
        } catch (IOException e) {
            throw new TrainingException(
                    "Could not write beside the checkpoint " + checkpoint + " (" + DiskTrouble.words(e)
                            + "). Check that the folder can be written.",
                    e);
        } finally {
            if (!claimed) {
                HERE.remove(file);
            }
        }
    }

    private static TrainingException taken(Path checkpoint) {
        return new TrainingException("Another run is training with the checkpoint " + checkpoint
                + ". Wait until it has ended or stop it, or train into another file.");
    }

    /** The locked file. */
    Path file() {
        return file;
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
        try (channel) { // also if the file cannot be deleted: its lock would keep the next run out
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // an empty file without a lock is in nobody's way
        } finally {
            HERE.remove(file);
        }
    }
}
