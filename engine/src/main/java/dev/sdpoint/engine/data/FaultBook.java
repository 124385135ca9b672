package dev.sdpoint.engine.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures whose header was sound but that could not be decoded later, so that the next opening leaves them out. A small file
 * beside the index to which faults are added as they are met. An entry that a full disk cut short is taken off again, so that what
 * is added behind it can be read. Thread-safe; several programs may share it.
 */
final class FaultBook {
    private static final Logger LOG = LoggerFactory.getLogger(FaultBook.class);

    private final Optional<Path> file;
    private final Map<String, IndexedFile> faults = new HashMap<>();

    /** @param index the index that it lies beside; empty if nothing is kept */
    FaultBook(Optional<Path> index) {
        file = index.map(path -> path.resolveSibling(path.getFileName() + ".faults"));
        file.ifPresent(this::read);
    }

    private void read(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            int sound = read(bytes);
            if (sound < bytes.length && Files.size(path) == bytes.length) {
                LOG.info("The list of faults {} is cut off after {} of {} bytes.", path, sound, bytes.length);
                cut(path, sound);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("There is no list of faults {}.", path);
        } catch (IOException e) {
            LOG.info("The list of faults {} cannot be read.", path, e);
        }
    }

    /** Takes entries in, as far as they are whole, and tells how many bytes that is. */
    private int read(byte[] bytes) throws IOException {
        int sound = 0;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                IndexedFile fault =
                        new IndexedFile(in.readUTF(), in.readLong(), in.readLong(), PictureHeader.NONE, in.readUTF());
                faults.put(fault.path(), fault);
                sound = bytes.length - in.available();
            }
        } catch (EOFException | UTFDataFormatException e) {
            LOG.debug("An entry is cut short after {} bytes.", sound);
        }
        return sound;
    }

    private static void cut(Path path, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** The fault of a file that was not touched since it was met. */
    synchronized Optional<IndexedFile> of(String path, long bytes, long modified) {
        return Optional.ofNullable(faults.get(path)).filter(fault -> fault.sameAs(bytes, modified));
    }

    /**
     * Remembers a fault.
     *
     * @param refused with its reason
     */
    synchronized void add(IndexedFile refused) {
        boolean known = of(refused.path(), refused.bytes(), refused.modified()).isPresent();
        faults.put(refused.path(), refused);
        if (!known && file.isPresent()) {
            append(file.get(), refused);
        }
    }

    private static void append(Path path, IndexedFile fault) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(fault.path());
            out.writeLong(fault.bytes());
            out.writeLong(fault.modified());
            out.writeUTF(fault.reason());
            append(path, bytes.toByteArray());
        } catch (IOException e) {
            LOG.warn("That {} is damaged cannot be kept in {}.", fault.path(), path, e);
        }
    }

    /** At once or not at all. */
    private static void append(Path path, byte[] entry) throws IOException {
        long before = Files.exists(path) ? Files.size(path) : 0;
        try {
            Files.write(path, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            if (Files.exists(path) && Files.size(path) > before) {
                cut(path, before);
            }
            throw e;
        }
    }
}
