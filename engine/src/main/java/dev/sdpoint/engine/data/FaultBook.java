package dev.sdpoint.engine.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
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
 * beside the index to which faults are added as they are met; a last entry that was cut short is passed over. Thread-safe.
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(path)))) {
            while (in.available() > 0) {
                IndexedFile fault =
                        new IndexedFile(in.readUTF(), in.readLong(), in.readLong(), PictureHeader.NONE, in.readUTF());
                faults.put(fault.path(), fault);
            }
        } catch (NoSuchFileException | EOFException e) {
            LOG.debug("The list of faults {} ends here.", path);
        } catch (IOException e) {
            LOG.info("The list of faults {} cannot be used further than here.", path, e);
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
            Files.write(path, bytes.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("That {} is damaged cannot be kept in {}.", fault.path(), path, e);
        }
    }
}
