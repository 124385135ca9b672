package dev.sdpoint.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose first entry, {@code seal.json}, names the kind and version of the file and the length and SHA-256 of every
 * other entry. Reading gives all entries or refuses the file; writing gives the whole file or leaves the old one.
 */
public final class SealedZip {
    private static final String SEAL = "seal.json";
    private static final int MAX_SEAL_BYTES = 1 << 20;
    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_BYTES = 1L << 31;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SealedZip() {}

    /**
     * Writes a file whole or not at all: into a neighbour first, forced to disk, then moved over the target.
     *
     * @throws ModelFileException if the disk is full, the folder read-only, …; the old file is untouched
     */
    public static void write(Path file, String kind, int version, Map<String, byte[]> entries)
            throws ModelFileException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Path fresh = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                writeTo(out, kind, version, entries);
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(fresh, target);
        } catch (IOException e) {
            deleteQuietly(fresh);
            throw new ModelFileException(
                    "Could not write " + target + " (" + e.getMessage()
                            + "). Check the free space and that the folder can be written, or choose another place.",
                    e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the failure that brought us here is the one to report
        }
    }

    static void writeTo(OutputStream out, String kind, int version, Map<String, byte[]> entries) throws IOException {
        ObjectNode seal = JSON.createObjectNode();
        seal.put("kind", kind);
        seal.put("version", version);
        ObjectNode list = seal.putObject("entries");
        entries.forEach((name, bytes) -> {
            ObjectNode entry = list.putObject(name);
            entry.put("bytes", bytes.length);
            entry.put("sha256", sha256(bytes));
        });
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, SEAL, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(seal));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
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
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException("There is no file " + file + ". Check the name.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), kind, version);
        } catch (IOException e) {
            throw new ModelFileException("Could not read " + file + " (" + e.getMessage() + "). Check the disk.", e);
        }
    }

    /** Like {@link #read(Path, String, int)}, from a stream that the caller closes; {@code name} is for messages. */
    public static Map<String, byte[]> read(InputStream in, String name, String kind, int version)
            throws ModelFileException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(SEAL)) {
                throw new ModelFileException(name + " is not a file of SDPoint Explorer. Choose an .sdp file.");
            }
            JsonNode seal = parseSeal(zip, name);
            checkKind(seal, name, kind, version);
            return readEntries(zip, seal.path("entries"), name);
        } catch (ZipException | JsonProcessingException e) {
            throw damaged(name, "its contents cannot be unpacked", e);
        } catch (IOException e) {
            throw damaged(name, "it ends too early or cannot be read", e);
        }
    }

    private static JsonNode parseSeal(ZipInputStream zip, String name) throws IOException, ModelFileException {
        byte[] bytes = zip.readNBytes(MAX_SEAL_BYTES + 1);
        if (bytes.length > MAX_SEAL_BYTES) {
            throw damaged(name, "its list of contents is too long", null);
        }
        return JSON.readTree(new ByteArrayInputStream(bytes));
    }

    private static void checkKind(JsonNode seal, String name, String kind, int version) throws ModelFileException {
        if (!kind.equals(seal.path("kind").asText())) {
            throw new ModelFileException(name + " is a \"" + seal.path("kind").asText() + "\", not a \"" + kind
                    + "\". Choose another file.");
        }
        int found = seal.path("version").asInt(-1);
        if (found < 1 || found > version) {
            throw new ModelFileException(name + " has format version " + found + ", but this program reads up to "
                    + version + ". Update SDPoint Explorer.");
        }
    }

    private static Map<String, byte[]> readEntries(ZipInputStream zip, JsonNode list, String name)
            throws IOException, ModelFileException {
        if (!list.isObject() || list.size() > MAX_ENTRIES) {
            throw damaged(name, "its list of contents is missing or too long", null);
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long total = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            JsonNode expected = list.path(entry.getName());
            long length = expected.path("bytes").asLong(-1);
            total += Math.max(0, length);
            if (length < 0 || length > Integer.MAX_VALUE - 16 || total > MAX_BYTES) {
                throw damaged(name, "it holds " + entry.getName() + ", which its list does not allow", null);
            }
            byte[] bytes = zip.readNBytes((int) length + 1);
            if (bytes.length != length
                    || !sha256(bytes).equals(expected.path("sha256").asText())) {
                throw damaged(name, entry.getName() + " does not match its checksum", null);
            }
            if (entries.put(entry.getName(), bytes) != null) {
                throw damaged(name, "it holds " + entry.getName() + " twice", null);
            }
        }
        if (entries.size() != list.size()) {
            throw damaged(name, (list.size() - entries.size()) + " of its parts are missing", null);
        }
        return entries;
    }

    private static ModelFileException damaged(
            String name, String how, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = name + " is damaged: " + how + ". Copy it again from its source, or use another file.";
        return cause == null ? new ModelFileException(message) : new ModelFileException(message, cause);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
