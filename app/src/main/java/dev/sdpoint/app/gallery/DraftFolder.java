package dev.sdpoint.app.gallery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is filled under a hidden name and gets its own when it is whole. A locked file beside it tells that somebody fills it; the
 * system gives up the lock of a killed process, and the next one that makes a folder there removes what was left, and puts back what had made
 * room for the new folder if the kill came in the moment before that had its name. For one thread; to be closed.
 */
final class DraftFolder implements AutoCloseable {
    private static final String START = ".sdpoint-pictures-";
    private static final String LOCK = ".lock";
    private static final String ASIDE = ".old";

    /** Locks of this process; to open and close such a file once more would give its lock up. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path lock;
    private final FileChannel channel;
    private boolean putAside;

    private DraftFolder(Path path, Path lock, FileChannel channel) {
        this.path = path;
        this.lock = lock;
        this.channel = channel;
    }

    /** A new, empty one, after what killed processes have left is removed. */
    static DraftFolder in(Path parent) throws IOException {
        removeLeftovers(parent);
        while (true) {
            String name = START + UUID.randomUUID().toString().substring(0, 8);
            Path lock = parent.resolve(name + LOCK).toAbsolutePath().normalize();
            HERE.add(lock);
            FileChannel channel = null;
            boolean made = false;
            try {
                channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (lockedAlone(channel) && Files.exists(lock)) { // else somebody took it for a leftover
                    DraftFolder draft = new DraftFolder(Files.createDirectory(parent.resolve(name)), lock, channel);
                    made = true;
                    return draft;
                }
            } finally {
                if (!made) {
                    giveUp(lock, channel);
                }
            }
        }
    }

    private static boolean lockedAlone(FileChannel channel) {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (IOException e) {
            return true; // a file system without locks cannot tell leftovers either
        }
    }

    private static void giveUp(Path lock, @Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            Files.deleteIfExists(lock);
            channel.close();
        }
        HERE.remove(lock);
    }

    /** Where the contents go. */
    Path path() {
        return path;
    }

    /**
     * Gives it its name.
     *
     * @param replace whether what has the name makes room
     * @throws FileAlreadyExistsException if it does not
     * @throws PictureFolders.PutAside if the name cannot be had, and what had it cannot have it back; the next one that is made here puts it back
     */
    void become(Path target, boolean replace) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            move(path, target);
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path aside = Files.createDirectory(path.resolveSibling(path.getFileName() + ASIDE));
        Path old = aside.resolve(target.getFileName());
        move(target, old);
        try {
            move(path, target);
        } catch (IOException e) {
            putBack(old, target, e);
            throw e;
        }
    }

    private void putBack(Path old, Path target, IOException reason) throws IOException {
        try {
            move(old, target);
        } catch (IOException e) {
            putAside = true;
            e.addSuppressed(reason);
            throw new PictureFolders.PutAside(old, e);
        }
    }

    /** Removes all that is left of it, and what it has replaced; what could not be put back stays, for the next one to do it. */
    @Override
    public void close() throws IOException {
        try {
            if (!putAside) {
                clear(lock);
            }
        } finally {
            channel.close();
            HERE.remove(lock);
        }
    }

    /** Best effort: what is left is in nobody's way. */
    private static void removeLeftovers(Path parent) {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, START + "*" + LOCK)) {
            for (Path found : locks) {
                Path lock = found.toAbsolutePath().normalize();
                if (HERE.add(lock)) {
                    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                            FileLock taken = channel.tryLock()) {
                        if (taken != null) {
                            clear(lock);
                        }
                    } finally {
                        HERE.remove(lock);
                    }
                }
            }
        } catch (IOException e) {
            // the next one tries again
        }
    }

    /** Removes a draft, and what it has replaced. What made room for nothing has its name again, or one like it if that is taken by now. */
    private static void clear(Path lock) throws IOException {
        String file = String.valueOf(lock.getFileName());
        Path draft = lock.resolveSibling(file.substring(0, file.length() - LOCK.length()));
        Path aside = draft.resolveSibling(draft.getFileName() + ASIDE);
        if (Files.isDirectory(aside)) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(aside)) {
                for (Path one : old) {
                    Path target = lock.resolveSibling(one.getFileName());
                    boolean replaced = !Files.exists(draft) && Files.exists(target, LinkOption.NOFOLLOW_LINKS);
                    if (!replaced) {
                        move(one, free(target));
                    }
                }
            }
        }
        delete(draft);
        delete(aside);
        Files.deleteIfExists(lock);
    }

    /** The name, or the first of "name (2)", "name (3)" … that is not there. */
    static Path free(Path wanted) {
        Path next = wanted;
        for (int number = 2; Files.exists(next, LinkOption.NOFOLLOW_LINKS); number++) {
            next = wanted.resolveSibling(wanted.getFileName() + " (" + number + ")");
        }
        return next;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
