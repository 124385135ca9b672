package dev.sdpoint.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a sealed zip from a stream, believing nothing that it claims. */
final class SealedZipReader {
    private static final int MAX_SEAL_BYTES = 1 << 20;

    private SealedZipReader() {}

    static Map<String, byte[]> read(InputStream in, String name, String kind, int version) throws ModelFileException {
        ZipTail tail = new ZipTail(in);
        try (ZipInputStream zip = new ZipInputStream(tail)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(SealedZip.SEAL)) {
                throw new ModelFileException(name + " is not a file of SDPoint Explorer. Choose an .sdp file.");
            }
            JsonNode seal = readSeal(zip, first, name);
            checkKind(seal, name, kind, version);
            Map<String, byte[]> entries = readEntries(zip, seal.path("entries"), name);
            if (!tail.endsZipOf(entries.size() + 1)) {
                throw damaged(name, "something is missing or added at its end", null);
            }
            return entries;
        } catch (EOFException e) {
            throw damaged(name, "it ends too early", e);
        } catch (ZipException | JsonProcessingException | IllegalArgumentException e) {
            throw damaged(name, "its contents cannot be unpacked", e); // Java 17 refuses names that are no text so
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static JsonNode readSeal(ZipInputStream zip, ZipEntry entry, String name)
            throws IOException, ModelFileException {
        requireStored(entry, name);
        byte[] bytes = zip.readNBytes(MAX_SEAL_BYTES + 1);
        if (bytes.length > MAX_SEAL_BYTES) {
            throw damaged(name, "its list of contents is too long", null);
        }
        return Json.parse(bytes);
    }

    private static void checkKind(JsonNode seal, String name, String kind, int version) throws ModelFileException {
        String found = seal.path("kind").asText();
        if (!found.equals(kind)) {
            throw new ModelFileException(
                    name + " is a \"" + shown(found) + "\", not a \"" + kind + "\". Choose another file.");
        }
        JsonNode number = seal.path("version");
        if (!number.isIntegralNumber() || number.bigIntegerValue().signum() < 1) {
            throw damaged(name, "it does not name its format version", null);
        }
        if (!number.canConvertToInt() || number.intValue() > version) {
            throw new ModelFileException(name + " has format version " + shown(number.asText())
                    + ", but this program reads up to " + version + ". Update SDPoint Explorer.");
        }
    }

    private static Map<String, byte[]> readEntries(ZipInputStream zip, JsonNode list, String name)
            throws IOException, ModelFileException {
        checkList(list, name);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            JsonNode expected = list.path(entry.getName());
            if (expected.isMissingNode()) {
                throw damaged(name, "it holds \"" + shown(entry.getName()) + "\", which its list does not allow", null);
            }
            if (entries.containsKey(entry.getName())) {
                throw damaged(name, "it holds " + entry.getName() + " twice", null);
            }
            requireStored(entry, name);
            int length = expected.path("bytes").intValue();
            byte[] bytes = zip.readNBytes(length + 1); // grows with what is there, not with what is claimed
            if (bytes.length != length
                    || !SealedZip.sha256(bytes).equals(expected.path("sha256").asText())) {
                throw damaged(name, entry.getName() + " does not match its checksum", null);
            }
            entries.put(entry.getName(), bytes);
        }
        for (Iterator<String> listed = list.fieldNames(); listed.hasNext(); ) {
            String wanted = listed.next();
            if (!entries.containsKey(wanted)) {
                throw damaged(name, "its part " + wanted + " is missing", null);
            }
        }
        return entries;
    }

    private static void checkList(JsonNode list, String name) throws ModelFileException {
        if (!list.isObject() || list.size() > SealedZip.MAX_ENTRIES) {
            throw damaged(name, "its list of contents is missing or too long", null);
        }
        long total = 0;
        for (Map.Entry<String, JsonNode> entry : list.properties()) {
            JsonNode bytes = entry.getValue().path("bytes");
            total += bytes.isInt() ? bytes.intValue() : SealedZip.MAX_BYTES + 1;
            if (!SealedZip.NAME.matcher(entry.getKey()).matches()
                    || bytes.intValue() < 0
                    || bytes.intValue() == Integer.MAX_VALUE
                    || total > SealedZip.MAX_BYTES) {
                throw damaged(name, "its list of contents has an impossible \"" + shown(entry.getKey()) + "\"", null);
            }
        }
    }

    private static void requireStored(ZipEntry entry, String name) throws ModelFileException {
        if (entry.getMethod() != ZipEntry.STORED) {
            throw damaged(name, "another program compressed its " + shown(entry.getName()), null);
        }
    }

    private static ModelFileException damaged(String name, String how, @Nullable Throwable cause) {
        String message = name + " is damaged: " + how + ". Copy it again from its source, or use another file.";
        return cause == null ? new ModelFileException(message) : new ModelFileException(message, cause);
    }

    static ModelFileException unreadable(String name, IOException cause) {
        return new ModelFileException(
                "Could not read " + name + " (" + SealedZip.reason(cause) + "). Check the disk.", cause);
    }

    /** A foreign text for a message: short, and without control characters. */
    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 50 ? printable.substring(0, 50) + "…" : printable;
    }
}
