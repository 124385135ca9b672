package dev.sdpoint.engine.download;

import dev.sdpoint.engine.model.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * The beginning of a file that is being fetched, {@code NAME.part}, and beside it {@code NAME.part.properties} with the version that it
 * is of. What is here survives the end of the process at any moment: the small file is written whole before the first byte of its
 * version, and the part counts for as many bytes as it has. One thread.
 */
final class PartialFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Path side;
    private final Disk disk;
    private OutputStream out = OutputStream.nullOutputStream();
    private long size;
    private RemoteVersion version;

    private PartialFile(Path target, Disk disk) throws IOException {
        this.target = target;
        this.part = part(target);
        this.side = side(target);
        this.disk = disk;
        size = Files.exists(part) ? Files.size(part) : 0;
        version = size == 0 ? RemoteVersion.NONE : read(side);
    }

    /** Takes up what is here of a file. */
    static PartialFile of(Path target, Disk disk) throws IOException {
        return new PartialFile(target, disk);
    }

    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    static Path side(Path target) {
        return target.resolveSibling(target.getFileName() + ".part.properties");
    }

    /** The name that it gets when it is whole. */
    Path target() {
        return target;
    }

    /** Bytes that are here. */
    long size() {
        return size;
    }

    /** Which version they are of, if that was told. */
    RemoteVersion version() {
        return version;
    }

    /** The next bytes are of this version and begin here; what is behind goes. */
    void begin(RemoteVersion now, long offset) throws IOException {
        close();
        if (offset != size) {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(offset);
            }
            size = offset;
        }
        WholeFile.write(side, text(now));
        version = now;
        out = disk.append(part);
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        size += length;
    }

    /** Gives the whole file its name, for good. */
    void finish() throws IOException {
        close();
        Moves.force(part);
        Moves.intoPlace(part, target);
        Files.deleteIfExists(side);
    }

    /** Keeps what is here. */
    @Override
    public void close() throws IOException {
        OutputStream open = out;
        out = OutputStream.nullOutputStream();
        open.close();
    }

    private static RemoteVersion read(Path file) {
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            told.load(reader);
            return new RemoteVersion(
                    told.getProperty("address", ""),
                    told.getProperty("etag", ""),
                    told.getProperty("last-modified", ""),
                    Long.parseLong(told.getProperty("length", "-1")));
        } catch (IOException | IllegalArgumentException e) {
            return RemoteVersion.NONE; // the sum of the whole file will tell whether the bytes are right
        }
    }

    private static String text(RemoteVersion version) throws IOException {
        Properties told = new Properties();
        told.setProperty("address", version.address());
        told.setProperty("etag", version.entityTag());
        told.setProperty("last-modified", version.lastModified());
        told.setProperty("length", Long.toString(version.length()));
        StringWriter text = new StringWriter();
        told.store(text, null);
        return text.toString();
    }
}
