package dev.sdpoint.engine.model;

import static dev.sdpoint.engine.model.Refusals.allocationOfRefusal;
import static dev.sdpoint.engine.model.Refusals.assertRefused;
import static dev.sdpoint.engine.model.Refusals.entries;
import static dev.sdpoint.engine.model.Refusals.indexOf;
import static dev.sdpoint.engine.model.Refusals.replaced;
import static dev.sdpoint.engine.model.Refusals.sealed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seal and the zip: what is not whole and unchanged is refused, whatever it claims. */
final class SealedZipTest {
    private static final long MEGABYTE = 1 << 20;
    private static final byte[] GOOD = sealed(entries());

    @TempDir
    Path folder;

    @Test
    void refusesAFileThatIsMissingOrAFolder() {
        assertThatThrownBy(() -> ModelFiles.read(folder.resolve("absent.sdp")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("There is no file", "absent.sdp");
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("is a folder", folder.toString());
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsNoZip() {
        assertRefused(new byte[0]).contains("is not a file of SDPoint Explorer");
        assertRefused("%PDF-1.7 and so on".getBytes(UTF_8)).contains("is not a file of SDPoint Explorer");
    }

    @Test
    void refusesAZipWithoutASeal() throws IOException {
        assertRefused(zip(false, Map.of("word/document.xml", new byte[10]))).contains("is not a file of SDPoint");
    }

    @Test
    void refusesAFileCutOffAnywhere() {
        for (int length = 1; length < GOOD.length; length += 4999) {
            assertRefused(Arrays.copyOf(GOOD, length));
        }
        for (int lost = 1; lost < 1000; lost += lost < 30 ? 1 : 7) { // the directory at the end, and what is before it
            assertRefused(Arrays.copyOf(GOOD, GOOD.length - lost));
        }
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        assertRefused(Arrays.copyOf(GOOD, GOOD.length + 1)).contains("missing or added at its end");
        assertRefused(Arrays.copyOf(GOOD, GOOD.length + 10_000_000)).contains("missing or added at its end");
        byte[] twice = Arrays.copyOf(GOOD, 2 * GOOD.length);
        System.arraycopy(GOOD, 0, twice, GOOD.length, GOOD.length);
        assertRefused(twice).contains("missing or added at its end");
    }

    static Stream<String> names() {
        return entries().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesAFlippedBitInEachEntry(String name) {
        byte[] content = entries().getOrDefault(name, new byte[0]);
        int start = indexOf(GOOD, content);
        for (int at : new int[] {0, content.length / 2, content.length - 1}) {
            byte[] changed = GOOD.clone();
            changed[start + at] ^= 1;
            assertRefused(changed).contains("is damaged");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesAnEntryExchangedByAnotherProgram(String name) throws IOException {
        Map<String, byte[]> file = withSeal(GOOD); // zipped anew, so that the zip's own checksum is right
        file.computeIfPresent(name, (key, bytes) -> {
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            return changed;
        });
        assertRefused(zip(false, file)).contains(name + " does not match its checksum");
    }

    @Test
    void refusesATamperedSeal() throws IOException {
        Map<String, byte[]> file = withSeal(GOOD);
        ObjectNode seal = (ObjectNode) Json.parse(file.getOrDefault("seal.json", new byte[0]));
        ((ObjectNode) seal.path("entries").path("weights.f32")).put("sha256", "0".repeat(64));
        file.put("seal.json", Json.bytes(seal));
        assertRefused(zip(false, file)).contains("weights.f32 does not match its checksum");
    }

    @Test
    void aFlippedByteAnywhereElseIsRefusedOrHarmless() throws IOException {
        byte[] weights = entries().getOrDefault("weights.f32", new byte[0]);
        for (int at = 0; at < GOOD.length; at += at < 2500 || at > GOOD.length - 800 ? 3 : 4999) {
            byte[] changed = GOOD.clone();
            changed[at] ^= (byte) 0xD5;
            try {
                assertThat(ModelFiles.encode(Refusals.read(changed))).containsEntry("weights.f32", weights);
            } catch (ModelFileException e) {
                assertThat(e).hasMessageContaining(Refusals.NAME);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesAMissingEntry(String name) throws IOException {
        Map<String, byte[]> rest = withSeal(GOOD);
        rest.remove(name);
        assertRefused(zip(false, rest)).contains("its part " + name + " is missing");
        Map<String, byte[]> sealedAnew = new LinkedHashMap<>(entries());
        sealedAnew.remove(name);
        assertRefused(sealed(sealedAnew)).contains("its part " + name + " is missing");
    }

    @Test
    void refusesAnEntryTooMany() throws IOException {
        Map<String, byte[]> more = withSeal(GOOD);
        more.put("notes.txt", new byte[10]);
        assertRefused(zip(false, more)).contains("holds \"notes.txt\", which its list does not allow");
        Map<String, byte[]> sealedAnew = new LinkedHashMap<>(entries());
        sealedAnew.put("notes.txt", new byte[10]);
        assertRefused(sealed(sealedAnew)).contains("8 parts instead of 7");
    }

    @Test
    void refusesAnEntryTwice() throws IOException {
        Map<String, byte[]> more = withSeal(GOOD);
        more.put("weights.f33", more.getOrDefault("weights.f32", new byte[0]));
        assertRefused(replaced(zip(false, more), "weights.f33", "weights.f32")).contains("holds weights.f32 twice");
    }

    @Test
    void refusesASealThatListsAnEntryTwice() {
        byte[] twice = replaced(GOOD, "outcomes/true-rank.i16", "outcomes/predicted.i16");
        assertRefused(twice).contains("is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "a/../evil", "/etc/evil", "a\\..\\evil", "C:evil", ".evil", "a//evil", "évil", "a\nb"
            })
    void refusesNamesThatLeadElsewhere(String name) throws IOException {
        assertThatThrownBy(
                        () -> SealedZip.write(folder.resolve("x.sdp"), "sdpoint-model", 1, Map.of(name, new byte[4])))
                .isInstanceOf(IllegalArgumentException.class);
        Map<String, byte[]> listed = new LinkedHashMap<>(entries());
        listed.put(name, new byte[4]);
        assertRefused(sealed(listed)).contains("impossible");
        Map<String, byte[]> unlisted = withSeal(GOOD);
        unlisted.put(name, new byte[4]);
        assertRefused(zip(false, unlisted)).contains("which its list does not allow");
    }

    @Test
    void refusesANewerVersionAndAnotherKind() {
        assertRefused(sealed("sdpoint-model", 3, entries()))
                .contains("format version 3", "reads up to 2", "Update SDPoint Explorer");
        assertRefused(sealed("sdpoint-model", 0, entries())).contains("does not name its format version");
        assertRefused(sealed("sdpoint-checkpoint", 1, entries()))
                .contains("is a \"sdpoint-checkpoint\", not a \"sdpoint-model\"");
        assertRefused(sealed("x\n".repeat(1000), 1, entries())).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"kind\":\"sdpoint-model\"}",
                "{\"kind\":\"sdpoint-model\",\"version\":1}",
                "{\"kind\":\"sdpoint-model\",\"version\":\"1\",\"entries\":{}}",
                "{\"kind\":\"sdpoint-model\",\"version\":4294967297,\"entries\":{}}",
                "{\"kind\":\"sdpoint-model\",\"version\":1e400,\"entries\":{}}",
                "{\"kind\":\"sdpoint-model\",\"version\":1,\"entries\":[]}",
                "{\"kind\":\"sdpoint-model\",\"version\":1,\"entries\":{\"manifest.json\":null}}",
                "{\"kind\":\"sdpoint-model\",\"version\":1,\"entries\":{\"manifest.json\":{\"bytes\":-1}}}",
                "{\"kind\":\"sdpoint-model\",\"version\":1,\"entries\":{\"manifest.json\":{\"bytes\":2147483647}}}",
                "{\"kind\":\"sdpoint-model\",\"version\":1,\"entries\":{\"manifest.json\":{\"bytes\":4294967299}}}",
                "{\"kind\":\"sdpoint-model\",\"version\":1,\"entries\":{\"manifest.json\":{\"bytes\":3}}}",
            })
    void refusesASealThatIsNone(String seal) throws IOException {
        Map<String, byte[]> file = new LinkedHashMap<>();
        file.put("seal.json", seal.getBytes(UTF_8));
        file.put("manifest.json", new byte[3]);
        assertRefused(zip(false, file));
    }

    @Test
    void refusesDeeplyNestedJson() throws IOException {
        assertRefused(zip(false, Map.of("seal.json", "[".repeat(100_000).getBytes(UTF_8))));
    }

    @Test
    void readsCompressedEntriesToo() throws IOException, ModelFileException {
        assertThat(Refusals.read(zip(true, withSeal(GOOD))).bank())
                .isEqualTo(TestModels.small().bank());
    }

    @Test
    void allocatesLittleForAnEntryThatClaimsTwoGigabytes() throws IOException {
        Map<String, byte[]> file = withSeal(GOOD);
        ObjectNode seal = (ObjectNode) Json.parse(file.getOrDefault("seal.json", new byte[0]));
        ((ObjectNode) seal.path("entries").path("weights.f32")).put("bytes", 2_000_000_000);
        file.put("seal.json", Json.bytes(seal));
        assertThat(allocationOfRefusal(zip(false, file))).isLessThan(16 * MEGABYTE);
    }

    @Test
    void allocatesLittleForABombOfTwoGigabytes() throws IOException {
        String seal =
                "{\"kind\":\"sdpoint-checkpoint\",\"version\":1,\"entries\":{\"weights.f32\":{\"bytes\":2000000000,\"sha256\":\"0\"}}}";
        Map<String, byte[]> file = new LinkedHashMap<>();
        file.put("seal.json", seal.getBytes(UTF_8));
        file.put("weights.f32", new byte[(int) (200 * MEGABYTE)]);
        byte[] bomb = zip(true, file);
        assertThat(bomb).hasSizeLessThan((int) MEGABYTE);
        long allocated = Refusals.allocation(() -> assertThatThrownBy(() ->
                        SealedZipReader.read(new ByteArrayInputStream(bomb), "bomb.sdp", "sdpoint-checkpoint", 1, null))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("cannot be unpacked"));
        assertThat(allocated).isLessThan(64 * MEGABYTE);
    }

    @Test
    void allocatesLittleForABombInAModel() throws IOException {
        Map<String, byte[]> file = withSeal(GOOD);
        file.put("weights.f32", new byte[(int) (200 * MEGABYTE)]); // ends at the length that the seal gives
        byte[] bomb = zip(true, file);
        assertThat(bomb).hasSizeLessThan((int) MEGABYTE);
        assertRefused(bomb).contains("weights.f32 does not match its checksum");
        assertThat(allocationOfRefusal(bomb)).isLessThan(16 * MEGABYTE);
    }

    /** The entries of a file with its seal as they are. */
    static Map<String, byte[]> withSeal(byte[] file) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        }
        return all;
    }

    static byte[] zip(boolean compressed, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                if (!compressed) {
                    CRC32 crc = new CRC32();
                    crc.update(content.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
