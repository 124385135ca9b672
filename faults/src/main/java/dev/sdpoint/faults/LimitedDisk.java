package dev.sdpoint.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The real file system behind paths of its own, on which writing fails from a chosen byte on, as on a full disk: what went before is in the
 * file. It can be write-protected too, fail while a folder is listed, and keep what is to be deleted. Works on every system and for every user, for code that takes paths. Thread-safe.
 */
public final class LimitedDisk extends FileSystem {
    private final FileSystem real;
    private final LimitedProvider provider;
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong written = new AtomicLong();
    private volatile boolean writeProtected;
    private volatile boolean unlisted;
    private volatile boolean kept;

    private LimitedDisk(FileSystem real) {
        this.real = real;
        this.provider = new LimitedProvider(this, real.provider());
    }

    /** A disk that has room, as long as nothing else is said. */
    public static LimitedDisk of(Path folder) {
        return new LimitedDisk(folder.getFileSystem());
    }

    /** A real path as one of this disk. */
    public Path on(Path path) {
        return new LimitedPath(this, path);
    }

    /** From now on so many bytes can be written, and not one more. */
    public void fullAfter(long bytes) {
        room.set(bytes);
    }

    /** Whatever is written has room again. */
    public void free() {
        room.set(Long.MAX_VALUE);
    }

    /** Write-protects it, or ends that. */
    public void protect(boolean readOnly) {
        writeProtected = readOnly;
    }

    /** Listing a folder begins, and then fails as on a disk with an error; or ends that. */
    public void failListing(boolean fails) {
        unlisted = fails;
    }

    /** Nothing can be deleted, as where another program has the files open; or ends that. */
    public void failDeleting(boolean fails) {
        kept = fails;
    }

    void requireDeletable(Path path) throws FileSystemException {
        if (kept) {
            throw new FileSystemException(path.toString(), null, "Device or resource busy");
        }
    }

    boolean listingFails() {
        return unlisted;
    }

    /** Bytes that were written in all. */
    public long written() {
        return written.get();
    }

    /** Takes room: as many of the wanted bytes as there are, at least 1. */
    int take(int wanted) throws FileSystemException {
        if (wanted == 0) {
            return 0;
        }
        long before = room.getAndUpdate(left -> Math.max(0, left - wanted));
        if (before == 0) {
            throw new FileSystemException(null, null, "No space left on device");
        }
        int taken = (int) Math.min(before, wanted);
        written.addAndGet(taken);
        return taken;
    }

    void requireWritable(Path path) throws FileSystemException {
        if (writeProtected) {
            throw new FileSystemException(path.toString(), null, "Read-only file system");
        }
    }

    boolean writeProtected() {
        return writeProtected;
    }

    Path real(Path path) {
        return path instanceof LimitedPath ours ? ours.real() : path;
    }

    @Nullable
    Path wrapped(@Nullable Path path) {
        return path == null ? null : on(path);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("a disk stays");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return writeProtected;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return Set.of();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return on(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = real.getPathMatcher(pattern);
        return path -> matcher.matches(real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }
}
