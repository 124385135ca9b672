package dev.sdpoint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.measurement.Answers;
import dev.sdpoint.measurement.Noise;
import dev.sdpoint.measurement.PaperTraining;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks compare equal work: same operations, same answers, same learning. On networks that take a moment. */
class EqualWorkSmokeTest {
    private static final String WIDE = "wrn-10-1";
    private static final String GROUPED = "resnext-11-2x4d";

    /** So much weight decay that its lack would show after a few steps. */
    private static final Optimization STRONG =
            new Optimization(1, 16, PaperTraining.RATE, new Schedule.WarmupCosine(0), 0.9, 0.1);

    private static NetworkSpec spec(String name) {
        return NetworkNames.parse(name, 4, 16);
    }

    private static Contenders contenders(NetworkSpec spec, Batch batch) {
        List<Instance> instances =
                InstanceSpace.of(spec.points(), List.of(0.3, 0.5, 0.75)).instances();
        return new Contenders(spec, instances, batch, STRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {WIDE, GROUPED})
    void allFindTheSameProbabilitiesUnderEveryInstance(String name) {
        NetworkSpec spec = spec(name);
        Batch batch = Noise.batch(spec, 6);
        try (Contenders contenders = contenders(spec, batch)) {
            for (Instance instance : contenders.instances()) {
                List<float[]> answers = contenders.inference(batch, instance).stream()
                        .map(Supplier::get)
                        .toList();
                assertThat(answers).hasSize(4);
                for (float[] answer : answers) {
                    assertThat(Answers.difference(answers.get(0), answer))
                            .as(instance.label())
                            .isLessThanOrEqualTo(1e-4);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WIDE, GROUPED})
    void libtorchDoesTheOperationsThatTheCostModelCounts(String name) {
        NetworkSpec spec = spec(name);
        Batch batch = Noise.batch(spec, 2);
        try (Contenders contenders = contenders(spec, batch);
                LibtorchNetwork libtorch = libtorch(contenders, MemoryLayout.CHANNELS_FIRST)) {
            PtNDArray images = libtorch.images(batch);
            for (Instance instance : contenders.instances()) {
                assertThat(libtorch.flops(images, instance))
                        .as(instance.label())
                        .isEqualTo(new CostModel(spec.plan()).cost(instance).flops());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WIDE, GROUPED})
    void libtorchLearnsAsWeDo(String name) {
        NetworkSpec spec = spec(name);
        Batch batch = Noise.batch(spec, 16);
        try (Contenders contenders = contenders(spec, batch)) {
            contenders.requireSameLearning(batch, 1e-3);
        }
    }

    @ParameterizedTest
    @EnumSource(MemoryLayout.class)
    void weightsGoThroughLibtorchUnchanged(MemoryLayout layout) {
        NetworkSpec spec = spec(GROUPED);
        Batch batch = Noise.batch(spec, 2);
        try (Contenders contenders = contenders(spec, batch);
                LibtorchNetwork libtorch = libtorch(contenders, layout)) {
            Map<String, float[]> there = libtorch.weights().arrays();
            contenders
                    .ours()
                    .weights()
                    .arrays()
                    .forEach((key, values) -> assertThat(there.get(key)).as(key).isEqualTo(values));
        }
    }

    private static LibtorchNetwork libtorch(Contenders contenders, MemoryLayout layout) {
        LibtorchNetwork network =
                new LibtorchNetwork(contenders.ours().spec(), contenders.ours().weights(), STRONG, layout, 1);
        network.calibrate(contenders.instances(), contenders.bank());
        return network;
    }

    @ParameterizedTest
    @CsvSource({"32, 24", "32, 16", "16, 12", "7, 4", "5, 3", "14, 10", "8, 3"})
    void libtorchsBinsAreOurs(int in, int out) {
        AdaptiveBins bins = AdaptiveBins.of(in, out);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            PtNDArray rows = (PtNDArray) manager.arange((float) (in * in)).reshape(1, 1, in, in);
            PtNDArray squares = rows.mul(rows);
            float[] values = squares.toFloatArray();
            float[] pooled =
                    JniUtils.adaptiveAvgPool(squares, new Shape(out, out)).toFloatArray();
            for (int y = 0; y < out; y++) {
                for (int x = 0; x < out; x++) {
                    double sum = 0;
                    int covered = 0;
                    for (int row = bins.start(y); row < bins.end(y); row++) {
                        for (int column = bins.start(x); column < bins.end(x); column++) {
                            sum += values[row * in + column];
                            covered++;
                        }
                    }
                    assertThat((double) pooled[y * out + x]).isCloseTo(sum / covered, within(sum / covered * 1e-5));
                }
            }
        }
    }
}
