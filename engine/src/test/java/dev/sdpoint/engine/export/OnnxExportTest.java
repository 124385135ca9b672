package dev.sdpoint.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.export.OnnxEvaluator.Tensor;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TestModels;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onnx.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX files of a model, read again with the classes of another library. */
class OnnxExportTest {
    private static final SdpModel MODEL = TestModels.withNormalization(TestModels.small(), Normalization.CIFAR10);
    private static final Instance SOME = Instance.of(2, 0.75);

    @TempDir
    Path folder;

    private OnnxEvaluator written(Instance instance) throws Exception {
        Path file = folder.resolve("m.onnx");
        OnnxExport.write(MODEL, instance, file);
        return OnnxEvaluator.of(Files.readAllBytes(file));
    }

    @Test
    void takesPixelsAndNormalisesThem() throws Exception {
        byte[] pixels = new byte[32 * 32 * 3];
        new Random(1).nextBytes(pixels);
        double[] channelsFirst = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            channelsFirst[i % 3 * 32 * 32 + i / 3] = pixels[i] & 0xFF;
        }

        Tensor normal = written(SOME).run(new Tensor(new int[] {1, 3, 32, 32}, channelsFirst), "image/normal");

        float[] expected = MODEL.normalization().apply(new RgbImage(32, 32, pixels));
        for (int i = 0; i < expected.length; i++) {
            assertThat(normal.values()[i % 3 * 32 * 32 + i / 3]).isCloseTo(expected[i], within(2e-6));
        }
    }

    @Test
    void takesAnyBatch() throws Exception {
        Onnx.GraphProto graph = written(SOME).model().getGraph();

        assertThat(graph.getInputList()).hasSize(1);
        assertThat(shape(graph.getInput(0))).isEqualTo("image batch 3 32 32");
        assertThat(shape(graph.getOutput(0))).isEqualTo("probabilities batch 10");
        Random random = new Random(2);
        Tensor three = new Tensor(
                new int[] {3, 3, 32, 32},
                random.doubles(3 * 3 * 32 * 32, 0, 255).toArray());
        assertThat(written(SOME).run(three).shape()).containsExactly(3, 10);
    }

    private static String shape(Onnx.ValueInfoProto value) {
        return value.getName()
                + value.getType().getTensorType().getShape().getDimList().stream()
                        .map(d -> " " + (d.getDimParam().isEmpty() ? String.valueOf(d.getDimValue()) : d.getDimParam()))
                        .collect(Collectors.joining());
    }

    @Test
    void tellsWhatItIsAndWhereItComesFrom() throws Exception {
        Onnx.ModelProto model = written(SOME).model();

        InstanceScore score = MODEL.sweep().of(SOME);
        assertThat(model.getIrVersion()).isEqualTo(7);
        assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(13);
        assertThat(model.getProducerName()).isEqualTo("SDPoint Explorer");
        Map<String, String> texts = model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(Onnx.StringStringEntryProto::getKey, Onnx.StringStringEntryProto::getValue));
        assertThat(List.of(texts.getOrDefault("class_names", "").split("\n"))).isEqualTo(MODEL.classNames());
        assertThat(texts)
                .containsEntry("network", "wrn-10-1")
                .containsEntry("instance", "after block 2 · ×0.75")
                .containsEntry("flops", String.valueOf(score.flops()))
                .containsEntry("validation.top1_error", String.valueOf(score.top1Error()))
                .containsEntry("training.data", "CIFAR-10, bundled subset")
                .containsEntry("training.settings.seed", "7")
                .containsEntry("training.versions.processor", "a \"made-up\" one");
        assertThat(texts.get("input")).contains("[batch, 3, 32, 32]", "0 … 255", "red, green, blue");
    }

    @Test
    void theSameModelGivesTheSameBytes() throws Exception {
        OnnxExport.write(MODEL, SOME, folder.resolve("a.onnx"));
        OnnxExport.write(MODEL, SOME, folder.resolve("b.onnx"));

        assertThat(folder.resolve("a.onnx")).hasSameBinaryContentAs(folder.resolve("b.onnx"));
    }

    @Test
    void instancesDifferInPoolingAndStatisticsAlone() throws Exception {
        OnnxEvaluator full = written(Instance.FULL);
        OnnxEvaluator half = written(Instance.of(1, 0.75));

        assertThat(full.count("Conv")).isEqualTo(half.count("Conv"));
        assertThat(full.count("MatMul")).isZero();
        // 32 to 24: bins of one length, but not of one distance
        assertThat(half.count("MatMul")).isEqualTo(2);
        assertThat(half.count("AveragePool")).isZero();
    }

    @Test
    void aPageSaysHowToRunIt() throws Exception {
        Path page = OnnxExport.write(MODEL, SOME, folder.resolve("m.onnx"));

        assertThat(page).isEqualTo(folder.resolve("m.onnx.md"));
        assertThat(page)
                .content()
                .contains("| `m.onnx` | after block 2 · ×0.75 |", "InferenceSession(\"m.onnx\")")
                .contains("createSession(\"m.onnx\")", "{1, 3, 32, 32}")
                .doesNotContain("FILE", "SIDE");
    }

    @Test
    void writesAllIntoAFolder() throws Exception {
        List<Instance> instances = List.of(SOME, Instance.of(1, 1.0 / 3), Instance.FULL);

        List<Path> written = OnnxExport.writeAll(MODEL, instances, folder.resolve("all"));
        assertThat(written).isEqualTo(OnnxExport.files(MODEL, instances, folder.resolve("all")));

        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "wrn-10-1-point2-0.75.onnx",
                        "wrn-10-1-point1-" + 1.0 / 3 + ".onnx",
                        "wrn-10-1-full.onnx",
                        "wrn-10-1-onnx.md");
        try (Stream<Path> files = Files.list(folder.resolve("all"))) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(written.get(3)).content().contains("`wrn-10-1-full.onnx`", "`wrn-10-1-point2-0.75.onnx`");
    }

    @Test
    void leavesEverythingAsItWasIfOneFileCannotBeWritten() throws Exception {
        List<Instance> instances = List.of(SOME, Instance.FULL);
        Path first = Files.writeString(folder.resolve(OnnxExport.name(MODEL, instances.get(0))), "before");
        // A folder of this name keeps the last file from getting it.
        Path blocked = Files.createDirectories(folder.resolve(MODEL.network().name() + "-onnx.md"));
        Files.writeString(blocked.resolve("inside"), "so that it cannot be replaced");
        assertThatThrownBy(() -> OnnxExport.writeAll(MODEL, instances, folder)).isInstanceOf(IOException.class);
        assertThat(first).hasContent("before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(first, blocked);
        }
    }

    @Test
    void writesNothingIfItIsEndedOnTheWay() throws Exception {
        List<Instance> instances = List.of(SOME, Instance.FULL);
        assertThatThrownBy(() -> OnnxExport.writeAll(MODEL, instances, folder, (written, count, name) -> written < 2))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void writesNoSingleInstanceIfItIsEndedBeforeTheLastMoment() throws Exception {
        Path file = folder.resolve("m.onnx");
        for (int steps = 0; steps < 2; steps++) {
            AtomicInteger left = new AtomicInteger(steps);
            assertThatThrownBy(() ->
                            OnnxExport.write(MODEL, SOME, file, (written, count, name) -> left.getAndDecrement() > 0))
                    .isInstanceOf(CancellationException.class);
            try (Stream<Path> found = Files.list(folder)) {
                assertThat(found).as("ended at step " + steps).isEmpty();
            }
        }
        OnnxExport.write(MODEL, SOME, file, (written, count, name) -> true);
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(OnnxExport.files(file));
        }
    }

    @Test
    void writesNothingIfOneInstanceIsUnknown() {
        List<Instance> instances = List.of(SOME, Instance.of(1, 0.6));

        assertThatThrownBy(() -> OnnxExport.writeAll(MODEL, instances, folder.resolve("all")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in the sweep");
        assertThat(folder.resolve("all")).doesNotExist();
    }
}
