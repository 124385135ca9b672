package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.network.DenseNet;
import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.network.ResNeXt;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.VggNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.PointChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is saved comes back. */
final class ModelFilesTest {
    @TempDir
    Path folder;

    @Test
    void givesBackEveryField() throws ModelFileException {
        SdpModel model = TestModels.small();
        Path file = folder.resolve("new folder/model.sdp");
        ModelFiles.write(file, model);
        assertEqual(ModelFiles.read(file), model);
    }

    @Test
    void givesBackADeeperNetwork() throws ModelFileException {
        SdpModel model = TestModels.of(new WideResNet(22, 2, 100, 16), InstanceSpace.PAPER_RATIOS, 5);
        Path file = folder.resolve("deep.sdp");
        ModelFiles.write(file, model);
        assertEqual(ModelFiles.read(file), model);
    }

    static Stream<Arguments> others() {
        WideResNet wide = new WideResNet(10, 1, 10, 16);
        EarlyExits exits = new EarlyExits(wide, 1);
        return Stream.of(
                Arguments.of(exits, InstanceSpace.exits(3, exits.exits())),
                Arguments.of(exits, InstanceSpace.of(3, List.of(0.5))),
                Arguments.of(wide, InstanceSpace.imageSides(3, 16)),
                Arguments.of(wide, InstanceSpace.of(3, List.of(0.3, 0.5), PointChoice.ALTERNATE)),
                Arguments.of(wide.with(new Regularization(0.3, 0.5)), InstanceSpace.of(3, List.of(0.75))),
                Arguments.of(new DenseNet(10, 4, 5, 16), InstanceSpace.of(3, List.of(0.75))),
                Arguments.of(new ResNeXt(11, 2, 4, 5, 16), InstanceSpace.of(3, List.of(0.75))),
                Arguments.of(new ResNet(18, false, 5, 32), InstanceSpace.of(9, List.of(0.5))),
                Arguments.of(new ResNet(18, true, 5, 32), InstanceSpace.of(9, List.of(0.5))),
                Arguments.of(new VggNet(11, 5, 32), InstanceSpace.of(8, List.of(0.5))));
    }

    @ParameterizedTest
    @MethodSource("others")
    void givesBackEveryFamilyAndEveryKindOfInstance(NetworkSpec network, InstanceSpace space)
            throws ModelFileException {
        SdpModel model = TestModels.of(network, space, 9);
        Path file = folder.resolve("other.sdp");
        ModelFiles.write(file, model);
        assertEqual(ModelFiles.read(file), model);
    }

    private static void assertEqual(SdpModel found, SdpModel model) {
        assertThat(found.network()).isEqualTo(model.network());
        assertThat(found.space()).isEqualTo(model.space());
        assertThat(found.classNames()).isEqualTo(model.classNames());
        assertThat(found.normalization()).isEqualTo(model.normalization());
        assertThat(found.weights().arrays()).hasSameSizeAs(model.weights().arrays());
        model.weights()
                .arrays()
                .forEach((name, values) -> assertThat(found.weights().get(name, values.length))
                        .as(name)
                        .isEqualTo(values));
        assertThat(found.bank()).isEqualTo(model.bank());
        assertThat(found.sweep()).isEqualTo(model.sweep());
        assertThat(found.record()).isEqualTo(model.record());
        assertThat(found.outcomes().digests()).isEqualTo(model.outcomes().digests());
        Outcomes outcomes = model.outcomes().outcomes();
        Outcomes foundOutcomes = found.outcomes().outcomes();
        assertThat(foundOutcomes.instances()).isEqualTo(outcomes.instances());
        assertThat(foundOutcomes.images()).isEqualTo(outcomes.images());
        assertThat(foundOutcomes.predictedCells()).isEqualTo(outcomes.predictedCells());
        assertThat(foundOutcomes.trueProbabilityCells()).isEqualTo(outcomes.trueProbabilityCells());
        assertThat(foundOutcomes.trueRankCells()).isEqualTo(outcomes.trueRankCells());
    }

    @Test
    void equalModelsGiveEqualFilesInAnyZoneAndLanguage() throws ModelFileException, IOException {
        Path first = folder.resolve("first.sdp");
        Path second = folder.resolve("second.sdp");
        ModelFiles.write(first, TestModels.small());
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            ModelFiles.write(second, ModelFiles.read(first));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void isAZipWhoseManifestPeopleCanReadAndThatNamesNoClass() throws ModelFileException, IOException {
        Path file = folder.resolve("model.sdp");
        ModelFiles.write(file, TestModels.small());
        Map<String, byte[]> entries = SealedZip.read(file, "sdpoint-model", 2);
        assertThat(entries.keySet())
                .isEqualTo(java.util.Set.of(
                        "manifest.json",
                        "weights.f32",
                        "statistics.f32",
                        "outcomes/digests.i64",
                        "outcomes/predicted.i16",
                        "outcomes/true-probability.f32",
                        "outcomes/true-rank.i16"));
        String manifest = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(manifest)
                .contains("\"name\" : \"wrn-10-1\"", "\"millisPerImage\" : null", "\"conv0/weights\"")
                .doesNotContain("dev.sdpoint", "org.deeplearning4j", "java.");
        assertThat(new String(entries.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8))
                .contains("Klasse „3“");
    }

    @Test
    void readsAFileFromBeforeHistoriesWereKept() throws ModelFileException, IOException {
        SdpModel model = TestModels.withRecord(
                TestModels.small(),
                new TrainingRecord("plain", "d", "0", 1, 5, "2024-05-01T12:00:00Z", Map.of(), Map.of()));
        Path file = folder.resolve("model.sdp");
        ModelFiles.write(file, model);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("\"run\"");
        assertThat(ModelFiles.read(file).record().history()).isEmpty();
    }

    @Test
    void replacesAnOldFile() throws ModelFileException {
        Path file = folder.resolve("model.sdp");
        ModelFiles.write(file, TestModels.of(new WideResNet(10, 1, 4, 16), List.of(0.5), 1));
        ModelFiles.write(file, TestModels.small());
        assertEqual(ModelFiles.read(file), TestModels.small());
        assertThat(folder.toFile().list()).containsExactly("model.sdp");
    }
}
