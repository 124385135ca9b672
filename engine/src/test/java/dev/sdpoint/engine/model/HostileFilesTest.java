package dev.sdpoint.engine.model;

import static dev.sdpoint.engine.model.Refusals.allocation;
import static dev.sdpoint.engine.model.Refusals.entries;
import static dev.sdpoint.engine.model.Refusals.indexOf;
import static dev.sdpoint.engine.model.Refusals.sealed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to do harm: refused in a sentence, and without the memory that they claim, whether they are read or only looked at. */
@Timeout(120)
final class HostileFilesTest {
    private static final long MEGABYTE = 1 << 20;
    private static final byte[] GOOD = sealed(entries());
    private static final int LOCAL_HEADER = 30;
    private static final List<String> LOADED = new java.util.concurrent.CopyOnWriteArrayList<>();

    /** A file, made when it is wanted, and whether its beginning shows that it is bad. */
    private record Bad(Callable<byte[]> file, boolean atOnce) {}

    static Stream<Named<Bad>> files() {
        return Stream.of(
                early("a manifest of 40 MB of spaces", () -> spaces()),
                early("a manifest of brackets alone", () -> manifest("[" + "[],".repeat(5_000_000) + "[]]", true)),
                early("a manifest of brackets in brackets", () -> manifest("[".repeat(16_000_000), true)),
                early("a manifest of one number", () -> manifest("{\"a\":" + "9".repeat(10_000_000) + "}", true)),
                early("a manifest of field names", () -> manifest(names(), true)),
                early(
                        "classes beyond all bounds",
                        () -> with(m -> at(m, "architecture").put("classes", Integer.MAX_VALUE))),
                early(
                        "a side beyond all bounds",
                        () -> with(m -> at(m, "architecture").put("side", 46_340 * 4))),
                early(
                        "a width beyond all bounds",
                        () -> with(m -> at(m, "architecture").put("name", "wrn-10-2147483647"))),
                early(
                        "a depth beyond all bounds",
                        () -> with(m -> at(m, "architecture").put("name", "wrn-2147483644-1"))),
                early(
                        "a width of 20 digits",
                        () -> with(m -> at(m, "architecture").put("name", "wrn-10-99999999999999999999"))),
                early(
                        "points beyond all bounds",
                        () -> with(m -> at(m, "instances").put("points", Integer.MAX_VALUE))),
                early("a shape whose product overflows", () -> with(m -> shape(m, Integer.MAX_VALUE))),
                early("a shape of 2^64", () -> with(m -> shape(m, 65_536))),
                early("a shape of a number with an exponent of nine digits", () -> exponent()),
                early("an offset of 2^63 - 1", () -> with(m -> parameter(m).put("offset", Long.MAX_VALUE))),
                early(
                        "outcomes of two billion images",
                        () -> with(m -> at(m, "outcomes").put("images", Integer.MAX_VALUE))),
                early("weights of 2 GB for a network of 0.3 MB", () -> length("weights.f32", 2_000_000_000)),
                early("outcomes of 2 GB", () -> length("outcomes/digests.i64", 2_000_000_000)),
                early("two parts of 1.9 GB", () -> twoLong()),
                early("a version from the future", () -> sealed("sdpoint-model", Integer.MAX_VALUE, entries())),
                early("a part that leads elsewhere", () -> listed("../../evil.sh")),
                early("a part too many", () -> listed("evil.sh")),
                early("Java's serialised objects", () -> serialised()),
                early("a network of DL4J's own format", () -> ofDl4j()),
                early("cut off within the manifest", () -> java.util.Arrays.copyOf(GOOD, 2_000)),
                late("another sum in the header of the weights", () -> header("weights.f32", 14, 1)),
                late("a length in the header beyond the file", () -> header("weights.f32", 18, 1 << 30)),
                late("a length in the header below what is there", () -> header("weights.f32", 18, -(1 << 10))),
                late("cut off within the weights", () -> java.util.Arrays.copyOf(GOOD, GOOD.length / 2)));
    }

    private static Named<Bad> early(String name, Callable<byte[]> file) {
        return Named.of(name, new Bad(file, true));
    }

    private static Named<Bad> late(String name, Callable<byte[]> file) {
        return Named.of(name, new Bad(file, false));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithoutTheMemoryThatItClaims(Bad bad) throws Exception {
        byte[] file = bad.file().call();
        Refusals.assertRefused(file).hasSizeLessThan(600);
        assertThat(Refusals.allocationOfRefusal(file)).isLessThan(128 * MEGABYTE);
        long looking = allocation(() -> {
            Throwable refusal = catchThrowable(() -> Refusals.look(file));
            if (bad.atOnce()) {
                assertThat(refusal).isExactlyInstanceOf(ModelFileException.class);
            } else {
                assertThat(refusal).isNull();
            }
        });
        assertThat(looking).isLessThan(128 * MEGABYTE);
    }

    /** Its initialiser tells that somebody has loaded it. */
    @SuppressWarnings("unused") // by its name, in a file
    static final class Evil implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        static {
            LOADED.add("loaded");
        }
    }

    @Test
    void loadsNoClassThatAFileNames() throws Exception {
        String evil = HostileFilesTest.class.getName() + "$Evil";
        byte[] file = with(manifest -> {
            for (String field : List.of("@class", "@type", "class", "$type")) {
                manifest.put(field, evil);
                at(manifest, "architecture").put(field, evil);
                at(manifest, "training").put(field, evil);
                at(at(manifest, "training"), "settings").put(field, evil);
            }
        });
        SdpModel model = Refusals.read(file);
        assertThat(model.network()).isEqualTo(TestModels.small().network());
        assertThat(model.record().settings()).as("a text is a text").containsEntry("@class", evil);
        assertThat(Refusals.look(file).record().settings()).containsEntry("@class", evil);
        Refusals.assertRefused(with(m -> at(m, "architecture").put("name", evil)));
        assertThat(LOADED).isEmpty();
        Class.forName(evil);
        assertThat(LOADED).as("it would have been noticed").isNotEmpty();
    }

    private static byte[] with(Consumer<ObjectNode> change) {
        try {
            Map<String, byte[]> parts = new LinkedHashMap<>(entries());
            ObjectNode manifest = (ObjectNode) Json.parse(parts.getOrDefault("manifest.json", new byte[0]));
            change.accept(manifest);
            parts.put("manifest.json", Json.bytes(manifest));
            return sealed(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] manifest(String text, boolean compressed) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(entries());
        parts.put("manifest.json", text.getBytes(UTF_8));
        byte[] file = sealed(parts);
        return compressed ? SealedZipTest.zip(true, SealedZipTest.withSeal(file)) : file;
    }

    private static byte[] spaces() throws IOException {
        byte[] spaces = new byte[(int) (40 * MEGABYTE)];
        java.util.Arrays.fill(spaces, (byte) ' ');
        Map<String, byte[]> parts = new LinkedHashMap<>(entries());
        parts.put("manifest.json", spaces);
        return SealedZipTest.zip(true, SealedZipTest.withSeal(sealed(parts)));
    }

    private static String names() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1_000_000; i++) {
            text.append('"').append(i).append("\":1,");
        }
        return text.append("\"end\":1}").toString();
    }

    private static byte[] exponent() throws IOException {
        String manifest = new String(entries().getOrDefault("manifest.json", new byte[0]), UTF_8);
        String changed = manifest.replaceFirst("\"ratio\" : 1\\.0", "\"ratio\" : 1e999999999");
        assertThat(changed).isNotEqualTo(manifest);
        return manifest(changed, false);
    }

    private static ObjectNode at(ObjectNode node, String name) {
        return (ObjectNode) node.path(name);
    }

    private static ObjectNode parameter(ObjectNode manifest) {
        return (ObjectNode) manifest.path("parameters").path(0);
    }

    private static void shape(ObjectNode manifest, int side) {
        ArrayNode shape = (ArrayNode) parameter(manifest).path("shape");
        for (int i = 0; i < shape.size(); i++) {
            shape.set(i, side);
        }
    }

    /** The seal gives a part another length. */
    private static byte[] length(String part, int bytes) throws IOException {
        Map<String, byte[]> file = SealedZipTest.withSeal(GOOD);
        ObjectNode seal = (ObjectNode) Json.parse(file.getOrDefault("seal.json", new byte[0]));
        ((ObjectNode) seal.path("entries").path(part)).put("bytes", bytes);
        file.put("seal.json", Json.bytes(seal));
        return SealedZipTest.zip(false, file);
    }

    private static byte[] twoLong() throws IOException {
        Map<String, byte[]> file = SealedZipTest.withSeal(GOOD);
        ObjectNode seal = (ObjectNode) Json.parse(file.getOrDefault("seal.json", new byte[0]));
        ((ObjectNode) seal.path("entries").path("weights.f32")).put("bytes", 1_900_000_000);
        ((ObjectNode) seal.path("entries").path("statistics.f32")).put("bytes", 1_900_000_000);
        file.put("seal.json", Json.bytes(seal));
        return SealedZipTest.zip(false, file);
    }

    private static byte[] listed(String name) {
        Map<String, byte[]> parts = new LinkedHashMap<>(entries());
        parts.put(name, new byte[10]);
        return sealed(parts);
    }

    private static byte[] serialised() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new java.util.HashMap<>(Map.of("a", "b")));
        }
        return bytes.toByteArray();
    }

    /** The entries that DL4J's ModelSerializer writes, with a class to be made. */
    private static byte[] ofDl4j() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("configuration.json", "{\"@class\":\"javax.script.ScriptEngineManager\"}".getBytes(UTF_8));
        parts.put("coefficients.bin", serialised());
        return SealedZipTest.zip(true, parts);
    }

    /** Adds to a field of four bytes in the local header of an entry. */
    private static byte[] header(String entry, int field, int more) {
        byte[] file = GOOD.clone();
        int start = indexOf(file, entries().getOrDefault(entry, new byte[0])) - LOCAL_HEADER - entry.length();
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(start)).as("a local header").isEqualTo(0x04034b50);
        header.putInt(start + field, header.getInt(start + field) + more);
        if (field == 18) { // packed and unpacked lengths of what is stored are the same
            header.putInt(start + 22, header.getInt(start + 22) + more);
        }
        return file;
    }
}
