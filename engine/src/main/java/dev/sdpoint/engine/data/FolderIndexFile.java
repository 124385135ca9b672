package dev.sdpoint.engine.data;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one folder on the disk: beside the program's other data, never in the folder of the person. One that is damaged,
 * of another version or of another folder counts as none, and is written anew.
 */
final class FolderIndexFile {
    private static final Logger LOG = LoggerFactory.getLogger(FolderIndexFile.class);
    private static final int MAGIC = 0x53445049;

    /** Goes up when headers are judged otherwise, so that every file is looked at again. */
    private static final int VERSION = 2;

    private static final int NAME_DIGITS = 24;

    private final Path root;
    private final Path file;

    /**
     * @param home the program's own folder
     * @param root the folder that is indexed, absolute
     */
    FolderIndexFile(Path home, Path root) {
        this.root = root;
        String name = Checksums.sha256(root.toString().getBytes(StandardCharsets.UTF_8));
        this.file = home.resolve("folders").resolve(name.substring(0, NAME_DIGITS) + ".index");
    }

    Path file() {
        return file;
    }

    /** What the last opening found, by path; empty if there was none that can be read. */
    Map<String, IndexedFile> read() {
        try {
            return parsed(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException | RuntimeException e) {
            LOG.info("The index {} of {} cannot be used and is built anew.", file, root, e);
            return Map.of();
        }
    }

    private Map<String, IndexedFile> parsed(byte[] bytes) throws IOException {
        int length = bytes.length - Long.BYTES;
        if (length < 0) {
            throw new IOException("the index is cut short");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        if (crc.getValue() != ByteBuffer.wrap(bytes, length, Long.BYTES).getLong()) {
            throw new IOException("the checksum of the index is wrong");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
        if (in.readInt() != MAGIC || in.readInt() != VERSION || !in.readUTF().equals(root.toString())) {
            throw new IOException("the index is of another version or folder");
        }
        int count = in.readInt();
        Map<String, IndexedFile> files = new HashMap<>();
        for (int i = 0; i < count; i++) {
            IndexedFile one = entry(in);
            files.put(one.path(), one);
        }
        return files;
    }

    private static IndexedFile entry(DataInputStream in) throws IOException {
        String path = in.readUTF();
        long size = in.readLong();
        long modified = in.readLong();
        String reason = in.readUTF();
        if (!reason.isEmpty()) {
            return new IndexedFile(path, size, modified, PictureHeader.NONE, reason);
        }
        PictureFormat format = PictureFormat.valueOf(in.readUTF());
        PictureHeader header =
                new PictureHeader(format, in.readInt(), in.readInt(), in.readUnsignedByte(), in.readInt());
        return new IndexedFile(path, size, modified, header, "");
    }

    /** Adds what an opening that was broken off has found, beside what is known of the other files. */
    void add(Collection<IndexedFile> some) {
        Map<String, IndexedFile> all = new HashMap<>(read());
        boolean more = false;
        for (IndexedFile one : some) {
            more |= !one.equals(all.put(one.path(), one));
        }
        if (more) {
            write(all.values());
        }
    }

    /** Writes the index whole or not at all. One that cannot be written is missed at the next opening and by nobody else. */
    void write(Collection<IndexedFile> files) {
        try {
            WholeBytes.write(file, stream -> {
                CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(stream), new CRC32());
                DataOutputStream out = new DataOutputStream(checked);
                out.writeInt(MAGIC);
                out.writeInt(VERSION);
                out.writeUTF(root.toString());
                out.writeInt(files.size());
                for (IndexedFile one : files) {
                    entry(one, out);
                }
                out.writeLong(checked.getChecksum().getValue());
                out.flush();
            });
            WholeBytes.removeOldDrafts(file);
        } catch (IOException e) {
            LOG.warn("The index of {} cannot be kept in {}; the next opening takes longer.", root, file, e);
        }
    }

    private static void entry(IndexedFile one, DataOutputStream out) throws IOException {
        out.writeUTF(one.path());
        out.writeLong(one.bytes());
        out.writeLong(one.modified());
        out.writeUTF(one.reason());
        PictureFormat format = one.header().format();
        if (one.usable() && format != null) {
            out.writeUTF(format.name());
            out.writeInt(one.header().width());
            out.writeInt(one.header().height());
            out.writeByte(one.header().orientation());
            out.writeInt(one.header().ends());
        }
    }
}
