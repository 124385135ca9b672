package dev.sdpoint.engine.model;

import static dev.sdpoint.engine.model.Refusals.allocation;
import static dev.sdpoint.engine.model.Refusals.entries;
import static dev.sdpoint.engine.model.Refusals.indexOf;
import static dev.sdpoint.engine.model.Refusals.look;
import static dev.sdpoint.engine.model.Refusals.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file tells of its model without its numbers. */
final class ModelLookTest {
    private static final byte[] GOOD = sealed(entries());

    @TempDir
    Path folder;

    @Test
    void tellsAllButTheNumbers() throws ModelFileException {
        SdpModel model = TestModels.small();
        ModelSummary summary = look(GOOD);
        assertThat(summary.formatVersion()).isEqualTo(2);
        assertThat(summary.network()).isEqualTo(model.network());
        assertThat(summary.space()).isEqualTo(model.space());
        assertThat(summary.classNames()).isEqualTo(model.classNames());
        assertThat(summary.sweep()).isEqualTo(model.sweep());
        assertThat(summary.record()).isEqualTo(model.record());
        assertThat(summary.parameters()).as("no running averages").isEqualTo(77_850);
    }

    /** The digest made from the bytes themselves, with Java's own means. */
    @Test
    void contentIsThatOfArchitectureInstancesWeightsAndStatistics() throws Exception {
        HexFormat hex = HexFormat.of();
        StringBuilder text = new StringBuilder("wrn-10-1 on 32 for 10\0");
        TestModels.small()
                .space()
                .instances()
                .forEach(instance -> text.append(instance).append('\0'));
        for (String part : List.of("weights.f32", "statistics.f32")) {
            byte[] bytes = entries().getOrDefault(part, new byte[0]);
            text.append(hex.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .append('\0');
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(look(GOOD).content()).isEqualTo(hex.formatHex(digest));
    }

    @Test
    void contentDoesNotDependOnThePacking() throws IOException, ModelFileException {
        assertThat(look(SealedZipTest.zip(true, SealedZipTest.withSeal(GOOD))).content())
                .isEqualTo(look(GOOD).content());
    }

    @Test
    void contentIsTheSameInVersion1() throws IOException, ModelFileException {
        ModelSummary old = look(Version1Test.version1(manifest -> {}));
        assertThat(old.formatVersion()).isEqualTo(1);
        assertThat(old.content()).isEqualTo(look(GOOD).content());
        assertThat(old.sameModel(look(GOOD))).isTrue();
    }

    @Test
    void contentChangesWithOneWeightAndWithOneStatistic() throws ModelFileException {
        for (String part : List.of("weights.f32", "statistics.f32")) {
            Map<String, byte[]> changed = new LinkedHashMap<>(entries());
            byte[] bytes = changed.getOrDefault(part, new byte[0]).clone();
            bytes[bytes.length - 4] ^= 1; // the last bit of the last float
            changed.put(part, bytes);
            assertThat(look(sealed(changed)).content()).isNotEqualTo(look(GOOD).content());
        }
    }

    @Test
    void contentDoesNotDependOnTheRecordButBeingTheSameModelDoes() throws Exception {
        SdpModel model = TestModels.small();
        TrainingRecord other =
                new TrainingRecord("plain", "other data", "0", 1, 5, "2024-05-01T12:00:00Z", Map.of(), Map.of());
        ModelSummary changed = look(sealed(ModelFiles.encode(TestModels.withRecord(model, other))));
        assertThat(changed.content()).isEqualTo(look(GOOD).content());
        assertThat(changed.sameModel(look(GOOD))).isFalse();
        assertThat(look(GOOD).sameModel(look(GOOD))).isTrue();
    }

    @Test
    void readsNothingBehindTheManifest() throws ModelFileException {
        byte[] manifest = entries().getOrDefault("manifest.json", new byte[0]);
        byte[] beginning = Arrays.copyOf(GOOD, indexOf(GOOD, manifest) + manifest.length);
        assertThat(look(beginning).sameModel(look(GOOD))).isTrue();
        assertThatThrownBy(() -> Refusals.read(beginning)).isInstanceOf(ModelFileException.class);
    }

    @Test
    void allocatesNothingForTheWeights() throws ModelFileException {
        Path file = folder.resolve("wide.sdp");
        ModelFiles.write(file, TestModels.of(new WideResNet(16, 8, 10, 32), InstanceSpace.PAPER_RATIOS, 3));
        assertThat(file.toFile().length()).isGreaterThan(40_000_000);
        long first = allocation(() -> lookAt(file)); // loads classes too
        long second = allocation(() -> lookAt(file));
        assertThat(first).isLessThan(20_000_000);
        assertThat(second).isLessThan(8_000_000);
    }

    private static void lookAt(Path file) {
        try {
            assertThat(ModelFiles.look(file).network().name()).isEqualTo("wrn-16-8");
        } catch (ModelFileException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void looksAtTheModelThatWasShippedWithVersion1() throws ModelFileException {
        ModelSummary summary = ModelFiles.look(Version1Test.SHIPPED);
        assertThat(summary.formatVersion()).isEqualTo(1);
        assertThat(summary.network()).isEqualTo(new WideResNet(16, 2, 10, 32));
        assertThat(summary.parameters()).isEqualTo(691_674);
        assertThat(summary.sweep().scores()).hasSize(13);
        assertThat(summary.sweep().scores().get(0).top1Error()).isEqualTo(0.0845);
        assertThat(summary.record().dataTitle()).contains("CIFAR-10");
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        assertThatThrownBy(() -> ModelFiles.look(folder.resolve("none.sdp")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("There is no file", "none.sdp");
        assertThatThrownBy(() -> ModelFiles.look(folder)).hasMessageContaining("is a folder");
        Path empty = Files.createFile(folder.resolve("empty.sdp"));
        assertThatThrownBy(() -> ModelFiles.look(empty))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("is not a file of SDPoint Explorer");
    }
}
