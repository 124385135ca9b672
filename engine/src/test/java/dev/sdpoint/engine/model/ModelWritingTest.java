package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is written whole or not at all, and never with a model that could not be read again. */
final class ModelWritingTest {
    @TempDir
    Path folder;

    @Test
    void namesTheTargetWhenItIsAFolder() throws IOException {
        Path target = Files.createDirectory(folder.resolve("models.sdp"));
        assertCannotWrite(target, "it is a folder");
        assertThat(target).isEmptyDirectory();
        assertThat(names()).containsExactly("models.sdp");
    }

    @Test
    void namesTheTargetWhenItsFolderIsAFile() throws IOException {
        Files.writeString(folder.resolve("a"), "precious");
        assertCannotWrite(folder.resolve("a/b.sdp"), "a file is where its folder should be");
        assertCannotWrite(folder.resolve("a/b/c.sdp"), "");
        assertThat(folder.resolve("a")).hasContent("precious");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void leavesTheOldFileInAReadOnlyFolder() throws IOException, ModelFileException {
        Path file = folder.resolve("model.sdp");
        ModelFiles.write(file, TestModels.small());
        byte[] old = Files.readAllBytes(file);
        assumeThat(folder.toFile().setWritable(false)).isTrue();
        try {
            assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
            assertCannotWrite(file, "access denied");
            assertThat(file).hasBinaryContent(old);
            assertThat(names()).containsExactly("model.sdp");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    /** The shell's limit on the size of files stands for a full disk: writing stops half-way. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesTheOldFileWhenTheDiskIsFull() throws IOException, InterruptedException {
        Path file = folder.resolve("model.sdp");
        Files.writeString(file, "the old model");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 200 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        classPath(
                                LimitedWriter.class,
                                ModelFiles.class,
                                JsonMapper.class,
                                JsonParser.class,
                                JsonView.class),
                        LimitedWriter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("Could not write " + file, "Check the free space");
        assertThat(file).hasContent("the old model");
        assertThat(names()).containsExactly("model.sdp");
    }

    /** Where classes came from, whichever program runs this test. */
    private static String classPath(Class<?>... types) {
        return Stream.of(types)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs in a process of its own, under the limit. */
    static final class LimitedWriter {
        private LimitedWriter() {}

        public static void main(String[] args) {
            try {
                ModelFiles.write(Path.of(args[0]), TestModels.small());
                System.out.println("written in spite of the limit");
            } catch (ModelFileException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void manyWritersOfOneFileLeaveOneWholeFile() throws Exception {
        Path file = folder.resolve("model.sdp");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = IntStream.range(0, 12)
                    .<Future<?>>mapToObj(i -> writers.submit(() -> {
                        ModelFiles.write(file, TestModels.small());
                        return null;
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(ModelFiles.read(file).sweep()).isEqualTo(TestModels.small().sweep());
        assertThat(names()).containsExactly("model.sdp");
    }

    @Test
    void refusesToSaveWeightsThatRanAway() {
        assertNotSaved(
                TestModels.withWeights(TestModels.small(), arrays -> {
                    arrays.getOrDefault("conv0/weights", new float[1])[7] = Float.NaN;
                    return arrays;
                }),
                "conv0/weights holds a value that is no number");
    }

    @Test
    void refusesToSaveParametersThatDoNotFit() {
        assertNotSaved(
                TestModels.withWeights(TestModels.small(), arrays -> without(arrays, "norm/scale")), "norm/scale");
        assertNotSaved(
                TestModels.withWeights(TestModels.small(), arrays -> {
                    arrays.computeIfPresent("norm/scale", (name, values) -> Arrays.copyOf(values, 65));
                    return arrays;
                }),
                "norm/scale has 65 values; the network needs 64");
        assertNotSaved(
                TestModels.withWeights(TestModels.small(), arrays -> {
                    arrays.put("extra", new float[1]);
                    return arrays;
                }),
                "no parameters [extra]");
    }

    @Test
    void refusesToSaveABankThatDoesNotFit() {
        SdpModel model = TestModels.small();
        StatisticsBank bank = model.bank();
        Instance last = new Instance.Downsampled(3, 0.75);
        ChannelStatistics any = new ChannelStatistics(new float[16], new float[16]);
        assertNotSaved(
                TestModels.withBank(model, new StatisticsBank(without(bank.full(), "norm"), bank.own())),
                "norm under full resolution");
        assertNotSaved(
                TestModels.withBank(model, new StatisticsBank(bank.full(), without(bank.own(), last))),
                "norm under after block 3");
        assertNotSaved(
                TestModels.withBank(model, new StatisticsBank(with(bank.full(), "extra", any), bank.own())),
                "statistics of 8 layers for full resolution, not of 7");
        Map<String, ChannelStatistics> shared = with(bank.own().getOrDefault(last, Map.of()), "block1-norm1", any);
        assertNotSaved(
                TestModels.withBank(model, new StatisticsBank(bank.full(), with(bank.own(), last, shared))),
                "statistics of 2 layers for after block 3");
        Instance foreign = new Instance.Downsampled(9, 0.75);
        assertNotSaved(
                TestModels.withBank(model, new StatisticsBank(bank.full(), with(bank.own(), foreign, Map.of()))),
                "instances that the network does not have");
    }

    @Test
    void refusesToSaveAnInfiniteLossAndAWrongCost() {
        SdpModel model = TestModels.small();
        InstanceScore full = model.sweep().scores().get(0);
        assertNotSaved(
                TestModels.withScores(model, scores -> replaceFirst(scores, full.flops(), Double.POSITIVE_INFINITY)),
                "the loss of full resolution is Infinity");
        assertNotSaved(
                TestModels.withScores(model, scores -> replaceFirst(scores, full.flops() + 1, 1)),
                "the cost of full resolution");
    }

    @Test
    void savesWhatSinglePrecisionRoundsAboveOne() throws IOException, ModelFileException {
        SdpModel model = TestModels.small();
        Outcomes outcomes = model.outcomes().outcomes();
        float[] probabilities = outcomes.trueProbabilityCells();
        probabilities[0] = Math.nextUp(1f);
        ModelFiles.write(
                folder.resolve("model.sdp"),
                TestModels.withOutcomes(
                        model,
                        new RecordedOutcomes(
                                model.outcomes().digests(),
                                new Outcomes(
                                        outcomes.instances(),
                                        outcomes.images(),
                                        outcomes.predictedCells(),
                                        probabilities,
                                        outcomes.trueRankCells()))));
        assertThat(names()).containsExactly("model.sdp");
    }

    private static List<InstanceScore> replaceFirst(List<InstanceScore> scores, long flops, double loss) {
        scores.set(0, new InstanceScore(Instance.FULL, flops, 1, 0.5, 0.25, loss, 1));
        return scores;
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        assertThat(copy.remove(key)).isNotNull();
        return copy;
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private void assertNotSaved(SdpModel model, String message) {
        assertCannotWrite(folder.resolve("model.sdp"), model, message);
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertCannotWrite(Path file, String message) {
        assertCannotWrite(file, TestModels.small(), message);
    }

    private static void assertCannotWrite(Path file, SdpModel model, String message) {
        assertThatThrownBy(() -> ModelFiles.write(file, model))
                .isExactlyInstanceOf(ModelFileException.class)
                .hasMessageContaining("Could not write " + file)
                .hasMessageContaining(message)
                .hasMessageMatching("[^\\n]+[.] [A-Z][^\\n]+[.]");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
