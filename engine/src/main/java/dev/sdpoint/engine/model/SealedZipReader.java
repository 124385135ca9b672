package dev.sdpoint.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sdpoint.engine.data.Checksums;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks one sealed zip from a stream, believing nothing that it claims. */
final class SealedZipReader {
    private static final int MAX_SEAL_BYTES = 1 << 22;
    private static final long FREE_BYTES = 1 << 24;
    private static final long MAX_GROWTH = 10;

    private final String name;
    private final ZipTail tail;
    private final ZipInputStream zip;
    private final InputStream bounded;

    private SealedZipReader(ZipTail tail, ZipInputStream zip, String name) {
        this.name = name;
        this.tail = tail;
        this.zip = zip;
        this.bounded = new Bounded(zip, tail);
    }

    static Map<String, byte[]> read(InputStream in, String name, String kind, int version) throws ModelFileException {
        ZipTail tail = new ZipTail(in);
        try (ZipInputStream zip = new ZipInputStream(tail)) {
            return new SealedZipReader(tail, zip, name).read(kind, version);
        } catch (EOFException e) {
            throw damaged(name, "it ends too early", e);
        } catch (ZipException | JsonProcessingException | IllegalArgumentException e) {
            throw damaged(name, "its contents cannot be unpacked", e); // Java 17 refuses names that are no text so
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private Map<String, byte[]> read(String kind, int version) throws IOException, ModelFileException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(SealedZip.SEAL)) {
            throw new ModelFileException(name + " is not a file of SDPoint Explorer. Choose a file that it wrote.");
        }
        byte[] bytes = bounded.readNBytes(MAX_SEAL_BYTES + 1);
        if (bytes.length > MAX_SEAL_BYTES) {
            throw damaged("its list of contents is too long");
        }
        JsonNode seal = Json.parse(bytes);
        checkKind(seal, kind, version);
        Map<String, byte[]> entries = readEntries(seal.path("entries"));
        if (!tail.endsZipOf(entries.size() + 1)) {
            throw damaged("something is missing or added at its end");
        }
        return entries;
    }

    private void checkKind(JsonNode seal, String kind, int version) throws ModelFileException {
        String found = seal.path("kind").asText();
        if (!found.equals(kind)) {
            throw new ModelFileException(
                    name + " is a \"" + shown(found) + "\", not a \"" + kind + "\". Choose another file.");
        }
        JsonNode number = seal.path("version");
        if (!number.isIntegralNumber() || number.bigIntegerValue().signum() < 1) {
            throw damaged("it does not name its format version");
        }
        if (!number.canConvertToInt() || number.intValue() > version) {
            throw new ModelFileException(name + " has format version " + shown(number.asText())
                    + ", but this program reads up to " + version + ". Update SDPoint Explorer.");
        }
    }

    private Map<String, byte[]> readEntries(JsonNode list) throws IOException, ModelFileException {
        checkList(list);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            JsonNode expected = list.path(entry.getName());
            if (expected.isMissingNode()) {
                throw damaged("it holds \"" + shown(entry.getName()) + "\", which its list does not allow");
            }
            if (entries.containsKey(entry.getName())) {
                throw damaged("it holds " + entry.getName() + " twice");
            }
            int length = expected.path("bytes").intValue();
            byte[] bytes = bounded.readNBytes(length + 1); // grows with what is there, not with what is claimed
            if (bytes.length != length
                    || !Checksums.sha256(bytes).equals(expected.path("sha256").asText())) {
                throw damaged(entry.getName() + " does not match its checksum");
            }
            entries.put(entry.getName(), bytes);
        }
        for (Iterator<String> listed = list.fieldNames(); listed.hasNext(); ) {
            String wanted = listed.next();
            if (!entries.containsKey(wanted)) {
                throw damaged("its part " + wanted + " is missing");
            }
        }
        return entries;
    }

    private void checkList(JsonNode list) throws ModelFileException {
        if (!list.isObject() || list.size() > SealedZip.MAX_ENTRIES) {
            throw damaged("its list of contents is missing or too long");
        }
        long total = 0;
        for (Map.Entry<String, JsonNode> entry : list.properties()) {
            JsonNode bytes = entry.getValue().path("bytes");
            total += bytes.isInt() ? bytes.intValue() : SealedZip.MAX_BYTES + 1;
            if (!SealedZip.NAME.matcher(entry.getKey()).matches()
                    || bytes.intValue() < 0
                    || bytes.intValue() == Integer.MAX_VALUE
                    || total > SealedZip.MAX_BYTES) {
                throw damaged("its list of contents has an impossible \"" + shown(entry.getKey()) + "\"");
            }
        }
    }

    private ModelFileException damaged(String how) {
        return damaged(name, how, null);
    }

    private static ModelFileException damaged(String name, String how, @Nullable Throwable cause) {
        String message = name + " is damaged: " + how + ". Copy it again from its source, or use another file.";
        return cause == null ? new ModelFileException(message) : new ModelFileException(message, cause);
    }

    static ModelFileException unreadable(String name, IOException cause) {
        return new ModelFileException(
                "Could not read " + name + " (" + DiskTrouble.words(cause) + "). Check the disk.", cause);
    }

    /** A foreign text for a message: short, and without control characters. */
    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 50 ? printable.substring(0, 50) + "…" : printable;
    }

    /** Ends when the bytes unpacked are far more than those that the file has given for them. */
    private static final class Bounded extends FilterInputStream {
        private final ZipTail file;
        private long unpacked;

        Bounded(ZipInputStream zip, ZipTail file) {
            super(zip);
            this.file = file;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            unpacked += Math.max(0, n);
            if (unpacked > FREE_BYTES + MAX_GROWTH * file.count()) {
                throw new ZipException("unpacks to more than " + MAX_GROWTH + " times its size");
            }
            return n;
        }
    }
}
