package dev.sdpoint.engine.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A file under a name of its own beside its target, until it is whole. A process that is killed leaves its draft behind; the
 * operating system gives up the lock on it then, and so the next writer of the same target knows it for a leftover.
 */
final class Draft implements AutoCloseable {
    private static final String END = ".part";

    /** Drafts of this process, also in the moments in which they are not locked. */
    private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path file;
    private final FileChannel channel;

    private Draft(Path target, Path file, FileChannel channel) {
        this.target = target;
        this.file = file;
        this.channel = channel;
    }

    /** A new, empty draft; the folder is made if need be, and leftovers of the same target are removed. */
    static Draft of(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        removeLeftovers(target);
        Path file = fresh(target);
        UNDER_WAY.add(file);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel);
            return new Draft(target, file, channel);
        } catch (IOException e) {
            UNDER_WAY.remove(file);
            throw e;
        }
    }

    /**
     * A second name for a file that is about to be replaced, so that it can be had back; a copy where the file system has no such names. To be
     * {@linkplain #release released}; what a killed process leaves is removed as drafts are.
     */
    static Path spare(Path target) throws IOException {
        Path spare = fresh(target);
        UNDER_WAY.add(spare);
        try {
            try {
                Files.createLink(spare, target);
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.copy(target, spare);
            }
            return spare;
        } catch (IOException e) {
            release(spare);
            throw e;
        }
    }

    /** Removes a spare, if it is still there. */
    static void release(Path spare) {
        try {
            Files.deleteIfExists(spare);
        } catch (IOException e) {
            // the next writer removes it
        }
        UNDER_WAY.remove(spare);
    }

    private static Path fresh(Path target) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return target.resolveSibling(start(target) + random + END);
    }

    /** Where the contents go. */
    OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    /** What was written so far, from its beginning; through the draft itself, which on some systems nobody else may read now. */
    InputStream in() throws IOException {
        channel.position(0);
        return new FilterInputStream(Channels.newInputStream(channel)) {
            @Override
            public void close() {
                // the draft is not done
            }
        };
    }

    /** Forces the contents to disk, where a lack of room shows at the latest. */
    void force() throws IOException {
        channel.force(true);
    }

    /** Gives the draft the name of its target, for good: contents first, then the name, each forced to disk. */
    void finish() throws IOException {
        channel.force(true);
        channel.close();
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(target);
    }

    /** Removes the draft unless it was finished. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the failure that brought us here is the one to report
        }
        UNDER_WAY.remove(file);
    }

    /** Removes what killed processes left of a target. Best effort: a leftover is in nobody's way. */
    static void removeLeftovers(Path target) {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, start(target) + "*" + END)) {
            for (Path draft : drafts) {
                if (!UNDER_WAY.contains(draft) && isLeft(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException e) {
            // the next writer tries again
        }
    }

    private static boolean isLeft(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (IOException e) {
            return null; // a file system without locks cannot tell leftovers either
        }
    }

    /** A move is only durable once its folder is on disk. Some systems, such as Windows, cannot be asked for that. */
    private static void forceFolder(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file is whole under one name or the other all the same
        }
    }

    /** Names the target by a checksum: its own name may be as long as names can be. */
    private static String start(Path target) {
        CRC32 crc = new CRC32();
        crc.update(String.valueOf(target.getFileName()).getBytes(StandardCharsets.UTF_8));
        return "sdp-%08x-".formatted(crc.getValue());
    }
}
