package dev.sdpoint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork;
import dev.sdpoint.measurement.Answers;
import dev.sdpoint.measurement.Noise;
import dev.sdpoint.measurement.PaperTraining;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported as ONNX answers in ONNX Runtime as it answers here. The report is {@code target/onnx-parity.md}. */
class OnnxParityTest {
    private static final int IMAGES = 1000;
    private static final int BATCH = 100;
    private static final double TOLERANCE = 1e-4;

    private static SdpModel model;
    private static LabeledImages photographs;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws Exception {
        model = SampleModels.load();
        LabeledImages all = BundledCifar10.load().validation();
        // every second of 2,000 that are sorted by class
        photographs = all.subset(IntStream.range(0, IMAGES).map(i -> 2 * i).toArray());
    }

    /** Pixels as they are, channels first. */
    private static float[] pixels(LabeledImages images, int from, int count) {
        int side = images.side();
        float[] values = new float[count * images.bytesPerImage()];
        for (int i = 0; i < count; i++) {
            byte[] pixels = images.pixels(from + i);
            for (int at = 0; at < pixels.length; at++) {
                values[i * pixels.length + at % 3 * side * side + at / 3] = pixels[at] & 0xFF;
            }
        }
        return values;
    }

    /** All probabilities under every instance, by ourselves. */
    private static Map<Instance, float[]> ours() {
        BatchMaker maker = new BatchMaker(photographs, model.normalization(), new Augmentation.None());
        int classes = model.network().classes();
        Map<Instance, float[]> all = new LinkedHashMap<>();
        model.space().instances().forEach(instance -> all.put(instance, new float[IMAGES * classes]));
        try (ExecutableNetwork network = new Dl4jCompute().load(model.network(), model.weights())) {
            for (int from = 0; from < IMAGES; from += BATCH) {
                int start = from;
                Batch batch = maker.make(IntStream.range(from, from + BATCH).toArray(), 0);
                network.sweep(
                        batch.images(),
                        BATCH,
                        model.space().instances(),
                        model.bank(),
                        (instance, answers, nanos) -> System.arraycopy(
                                answers,
                                0,
                                Objects.requireNonNull(all.get(instance)),
                                start * classes,
                                answers.length));
            }
        }
        return all;
    }

    /** All probabilities by a file, in batches of a size. */
    private static float[] theirs(Path file, int images, int batch) throws Exception {
        int side = model.network().side();
        float[] all = new float[images * model.network().classes()];
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString())) {
            for (int from = 0; from < images; from += batch) {
                int count = Math.min(batch, images - from);
                long[] shape = {count, 3, side, side};
                FloatBuffer values = FloatBuffer.wrap(pixels(photographs, from, count));
                try (OnnxTensor input = OnnxTensor.createTensor(environment, values, shape);
                        OrtSession.Result result = session.run(Map.of("image", input))) {
                    ((OnnxTensor) result.get(0))
                            .getFloatBuffer()
                            .get(
                                    all,
                                    from * model.network().classes(),
                                    count * model.network().classes());
                }
            }
        }
        return all;
    }

    private static int best(float[] probabilities, int image, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probabilities[image * classes + c] > probabilities[image * classes + best] ? c : best;
        }
        return best;
    }

    @Test
    void everyInstanceOfTheSampleModelAnswersTheSame() throws Exception {
        int classes = model.network().classes();
        List<Instance> instances = model.space().instances();
        OnnxExport.writeAll(model, instances, folder);
        List<String> report = new ArrayList<>(List.of(
                "| instance | images | top-1 alike | largest difference of a probability |", "|---|---|---|---|"));
        Map<Instance, float[]> ours = ours();
        for (Instance instance : instances) {
            float[] mine = Objects.requireNonNull(ours.get(instance));

            float[] theirs = theirs(folder.resolve(OnnxExport.name(model, instance)), IMAGES, BATCH);

            long alike = IntStream.range(0, IMAGES)
                    .filter(i -> best(mine, i, classes) == best(theirs, i, classes))
                    .count();
            double worst = Answers.difference(mine, theirs);
            report.add(String.format(Locale.ROOT, "| %s | %,d | %,d | %.1e |", instance.label(), IMAGES, alike, worst));
            assertThat(alike).as(instance.label()).isEqualTo(IMAGES);
            assertThat(worst).as(instance.label()).isLessThanOrEqualTo(TOLERANCE);
        }
        Files.write(Path.of("target", "onnx-parity.md"), report);
    }

    @Test
    void aFileTakesBatchesOfAnySize() throws Exception {
        Path file = folder.resolve("m.onnx");
        OnnxExport.write(model, Instance.of(2, 0.75), file);

        float[] one = theirs(file, 7, 1);
        float[] unequal = theirs(file, 7, 3);

        assertThat(Answers.difference(one, unequal)).isLessThanOrEqualTo(1e-5);
    }

    /** What the sample has not: other blocks, stems with max-pooling, concatenation, groups, exits, resized images. */
    @ParameterizedTest
    @ValueSource(
            strings = {"densenet-bc-10-4", "resnet-18", "preresnet-18", "resnext-11-2x4d", "vgg-11", "wrn-10-1+exits-1"
            })
    void everyFamilyAnswersTheSame(String name) {
        NetworkSpec spec = NetworkNames.parse(name, 4, 32);
        List<Instance> instances = new ArrayList<>(List.of(
                Instance.FULL, Instance.of(1, 0.75), Instance.of(1, 0.5), Instance.of(2, 0.75), Instance.of(0, 0.7)));
        if (spec.exits() > 0) {
            instances.add(Instance.of(1, 0));
        }
        Batch batch = Noise.batch(spec, 6);
        Dl4jCompute compute = new Dl4jCompute();
        try (TrainableNetwork network = compute.build(spec, PaperTraining.optimization(batch.size()), 1)) {
            StatisticsBank bank = Answers.calibrated(network, batch, instances);
            for (Instance instance : instances) {
                byte[] file = OnnxExport.ofNormalized(spec.plan(), network.weights(), bank, instance);
                try (OnnxNetwork onnx = new OnnxNetwork(file, batch, 1)) {
                    float[] mine = network.probabilities(batch.images(), batch.size(), instance, bank);
                    assertThat(Answers.difference(mine, onnx.probabilities()))
                            .as(name + ", " + instance.label())
                            .isLessThanOrEqualTo(TOLERANCE);
                }
            }
        }
    }

    @Test
    void theJavaProgramOfThePageRuns() throws Exception {
        Path file = folder.resolve("m.onnx");
        Instance instance = Instance.of(3, 0.5);
        String page = Files.readString(OnnxExport.write(model, instance, file));
        String program = page.substring(page.indexOf("```java\n") + 8, page.lastIndexOf("```"))
                .replace("\"m.onnx\"", "\"" + file.toString().replace("\\", "\\\\") + "\"");
        Path source = Files.writeString(folder.resolve("RunOnnx.java"), program);
        String path = System.getProperty("java.class.path");
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, complaints, complaints, "-proc:none", "-cp", path, source.toString());
        assertThat(failed).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
        List<String> pictures = new ArrayList<>();
        Map<String, Integer> expected = new HashMap<>();
        float[] theirs = theirs(file, 3, 3);
        for (int i = 0; i < 3; i++) {
            Path picture = folder.resolve(i + ".png");
            BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < 32 * 32; at++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    rgb = rgb << 8 | photographs.pixel(i, at / 32, at % 32, c);
                }
                image.setRGB(at % 32, at / 32, rgb);
            }
            ImageIO.write(image, "png", picture.toFile());
            pictures.add(picture.toString());
            expected.put(picture.toString(), best(theirs, i, model.network().classes()));
        }

        List<String> lines = output(pictures.toArray(String[]::new));

        assertThat(lines).hasSize(3);
        for (int i = 0; i < 3; i++) {
            String picture = pictures.get(i);
            String name = model.classNames().get(Objects.requireNonNull(expected.get(picture)));
            assertThat(lines.get(i)).startsWith(picture + ": ").endsWith(" % " + name);
        }
    }

    /** What the compiled program prints. */
    private List<String> output(String[] arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            var main = loader.loadClass("RunOnnx").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return Arrays.asList(printed.toString(StandardCharsets.UTF_8).strip().split("\\R"));
    }
}
