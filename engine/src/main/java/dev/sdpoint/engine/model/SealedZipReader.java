package dev.sdpoint.engine.model;

import static dev.sdpoint.engine.data.ForeignText.shown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sdpoint.engine.data.Checksums;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** All parts, each found right, and nothing else in the file. */
    static SealedContents read(
            InputStream in, String name, String kind, int version, SealedContents.@Nullable First first)
            throws ModelFileException {
        return with(in, name, reader -> {
            Seal seal = reader.seal(kind, version);
            Map<String, byte[]> parts = reader.parts(seal, first);
            if (!reader.tail.endsZipOf(parts.size() + 1)) {
                throw reader.damaged("something is missing or added at its end");
            }
            return new SealedContents(seal, parts);
        });
    }

    /** The first part alone, found right and passed by its gate; what follows it is not read. */
    static SealedContents readFirst(InputStream in, String name, String kind, int version, SealedContents.First first)
            throws ModelFileException {
        return with(in, name, reader -> {
            Seal seal = reader.seal(kind, version);
            return new SealedContents(seal, Map.of(first.name(), reader.first(seal, first)));
        });
    }

    private interface Reading {
        SealedContents from(SealedZipReader reader) throws IOException, ModelFileException;
    }

    private static SealedContents with(InputStream in, String name, Reading reading) throws ModelFileException {
        ZipTail tail = new ZipTail(in);
        try (ZipInputStream zip = new ZipInputStream(tail)) {
            return reading.from(new SealedZipReader(tail, zip, name));
        } catch (EOFException e) {
            throw damaged(name, "it ends too early", e);
        } catch (ZipException | JsonProcessingException | IllegalArgumentException e) {
            throw damaged(name, "its contents cannot be unpacked", e); // Java 17 refuses names that are no text so
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private Seal seal(String kind, int version) throws IOException, ModelFileException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(SealedZip.SEAL)) {
            throw new ModelFileException(name + " is not a file of SDPoint Explorer. Choose a file that it wrote.");
        }
        byte[] bytes = bounded.readNBytes(MAX_SEAL_BYTES + 1);
        if (bytes.length > MAX_SEAL_BYTES) {
            throw damaged("its list of contents is too long");
        }
        JsonNode seal = Json.parse(bytes);
        checkKind(seal, kind, version);
        checkList(seal.path("entries"));
        return Seal.of(seal.path("version").intValue(), seal.path("entries"));
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

    private Map<String, byte[]> parts(Seal seal, SealedContents.@Nullable First first)
            throws IOException, ModelFileException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        if (first != null) {
            parts.put(first.name(), first(seal, first));
        }
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (parts.containsKey(entry.getName())) {
                throw damaged("it holds " + shown(entry.getName()) + " twice");
            }
            parts.put(entry.getName(), part(seal, entry.getName()));
        }
        for (String wanted : seal.parts().keySet()) {
            if (!parts.containsKey(wanted)) {
                throw damaged("its part " + wanted + " is missing");
            }
        }
        return parts;
    }

    private byte[] first(Seal seal, SealedContents.First first) throws IOException, ModelFileException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(first.name())) {
            throw damaged("its part " + first.name() + " is missing, or comes later than it must");
        }
        Seal.Part listed = seal.parts().get(first.name());
        if (listed != null && listed.bytes() > first.mostBytes()) {
            throw damaged("its part " + first.name() + " is longer than " + first.mostBytes() / 1_000_000 + " MB");
        }
        byte[] bytes = part(seal, first.name());
        first.gate().pass(seal, bytes);
        return bytes;
    }

    /** The entry that begins here. */
    private byte[] part(Seal seal, String entry) throws IOException, ModelFileException {
        Seal.Part listed = seal.parts().get(entry);
        if (listed == null) {
            throw damaged("it holds \"" + shown(entry) + "\", which its list does not allow");
        }
        byte[] bytes = bounded.readNBytes(listed.bytes() + 1); // grows with what is there, not with what is claimed
        if (bytes.length != listed.bytes() || !Checksums.sha256(bytes).equals(listed.sha256())) {
            throw damaged(entry + " does not match its checksum");
        }
        return bytes;
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
