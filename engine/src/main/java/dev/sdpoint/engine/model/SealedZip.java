package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.data.Checksums;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose first entry, {@code seal.json}, names the kind and version of the file and the length and SHA-256 of every
 * other entry. Reading gives all entries or refuses the file; writing gives the whole file or leaves the old one.
 *
 * <p>Entries are stored, not compressed: trained floats hardly shrink, and equal contents give equal files on every machine.
 * Compressed entries are read too, within bounds. Names are paths of letters, digits, dots, hyphens and underscores.
 */
public final class SealedZip {
    static final String SEAL = "seal.json";
    static final int MAX_ENTRIES = 10_000;
    static final long MAX_BYTES = 1L << 31;
    private static final int PIECE = 1 << 16;
    static final Pattern NAME = Pattern.compile("\\w[\\w.-]{0,99}(/\\w[\\w.-]{0,99}){0,5}");
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private SealedZip() {}

    /**
     * Writes a file whole or not at all: into a neighbour first, forced to disk, then moved over the target; leftovers of
     * writers that were killed are removed.
     *
     * @throws ModelFileException if the disk is full, the folder read-only, there are more than 10,000 entries or 2 GB, …; the
     *     old file is untouched
     * @throws IllegalArgumentException if an entry's name is none
     */
    public static void write(Path file, String kind, int version, Map<String, byte[]> entries)
            throws ModelFileException {
        Path target = file.toAbsolutePath();
        requireWritable(target, entries);
        if (Files.isDirectory(target)) {
            throw new ModelFileException("Could not write " + target + ": it is a folder. Choose a file name in it.");
        }
        try (Draft draft = Draft.of(target)) {
            writeTo(draft.out(), kind, version, entries);
            draft.finish();
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Removes what processes that were killed while they wrote a file left beside it. */
    public static void removeLeftovers(Path file) {
        Draft.removeLeftovers(file.toAbsolutePath());
    }

    private static void requireWritable(Path file, Map<String, byte[]> entries) throws ModelFileException {
        long total = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches() || entry.getKey().equals(SEAL)) {
                throw new IllegalArgumentException("\"" + entry.getKey() + "\" cannot name an entry");
            }
            total += entry.getValue().length;
        }
        if (entries.size() > MAX_ENTRIES || total > MAX_BYTES) {
            throw new ModelFileException("Could not write " + file + ": " + entries.size() + " parts of "
                    + total / 1_000_000 + " MB in all are more than the " + MAX_ENTRIES
                    + " parts or 2 GB of such a file. Use a smaller network.");
        }
    }

    static void writeTo(OutputStream out, String kind, int version, Map<String, byte[]> entries) throws IOException {
        ObjectNode seal = Json.object();
        seal.put("kind", kind);
        seal.put("version", version);
        ObjectNode list = seal.putObject("entries");
        entries.forEach((name, bytes) -> {
            ObjectNode entry = list.putObject(name);
            entry.put("bytes", bytes.length);
            entry.put("sha256", Checksums.sha256(bytes));
        });
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
        put(zip, SEAL, Json.bytes(seal));
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            put(zip, entry.getKey(), entry.getValue());
        }
        zip.finish();
        zip.flush();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ANY_TIME); // no date, no time zone: equal contents, equal files
        zip.putNextEntry(entry);
        for (int at = 0; at < bytes.length; at += PIECE) { // a channel copies what it is given to native memory
            zip.write(bytes, at, Math.min(PIECE, bytes.length - at));
        }
        zip.closeEntry();
    }

    /**
     * All entries of a file, checked.
     *
     * @param kind expected kind
     * @param version newest version that the caller understands
     * @throws ModelFileException if the file is missing, no such file, newer, truncated or changed
     */
    public static Map<String, byte[]> read(Path file, String kind, int version) throws ModelFileException {
        try (InputStream in = open(file)) {
            return SealedZipReader.read(in, file.toString(), kind, version, null)
                    .parts();
        } catch (IOException e) {
            throw SealedZipReader.unreadable(file.toString(), e);
        }
    }

    /**
     * The entry that a file begins with, checked; nothing of the others is read.
     *
     * @param kind expected kind
     * @param version newest version that the caller understands
     * @param name of the entry
     * @param mostBytes a longer one is refused unread
     * @throws ModelFileException if the file is missing, no such file, newer, damaged so far, or begins with another entry
     */
    public static byte[] readFirst(Path file, String kind, int version, String name, int mostBytes)
            throws ModelFileException {
        SealedContents.First first = new SealedContents.First(name, mostBytes, (seal, bytes) -> {});
        SealedContents contents = SealedZipReader.readFirst(open(file), file.toString(), kind, version, first);
        return contents.parts().getOrDefault(name, new byte[0]);
    }

    /** A file to be read from its beginning; refuses a folder and what is not there. */
    static InputStream open(Path file) throws ModelFileException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file + " is a folder. Choose an .sdp file in it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException("There is no file " + file + ". Check the name.");
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw SealedZipReader.unreadable(file.toString(), e);
        }
    }

    static ModelFileException unwritable(Path target, IOException cause) {
        return new ModelFileException(
                "Could not write " + target + " (" + DiskTrouble.words(cause)
                        + "). Check the free space and that the folder can be written, or choose another place.",
                cause);
    }
}
