package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.Calibration;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.DenseNet;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.ResNeXt;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.VggNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small networks of every family learn 64 real images by heart, and every method learns. */
@Timeout(600)
class OverfittingTest {
    private static final int COUNT = 64;
    private static final int CLASSES = 10;
    private static final int[] ALL = IntStream.range(0, COUNT).toArray();

    private static BatchMaker images() throws DataException {
        LabeledImages bundled = BundledCifar10.load().training();
        LabeledImages some = bundled.subset(Arrays.copyOf(EpochOrder.of(bundled.size(), 5, 0), COUNT));
        return new BatchMaker(some, Normalization.of(some), new Augmentation.None());
    }

    private static TrainableNetwork network(NetworkSpec spec) {
        return new Dl4jCompute().build(spec, new Optimization(1, COUNT, 0.1, new Schedule.WarmupCosine(0), 0.9, 0), 3);
    }

    static Stream<Arguments> families() {
        return Stream.of(
                Arguments.of(new WideResNet(10, 1, CLASSES, 32), 0.1, 60),
                Arguments.of(new DenseNet(10, 12, CLASSES, 32), 0.1, 100),
                Arguments.of(new VggNet(11, CLASSES, 32), 0.02, 18),
                Arguments.of(new ResNet(18, true, CLASSES, 32), 0.02, 15),
                Arguments.of(new ResNet(18, false, CLASSES, 32), 0.02, 15),
                Arguments.of(new ResNet(50, true, CLASSES, 32), 0.01, 20),
                Arguments.of(new ResNet(50, false, CLASSES, 32), 0.01, 20),
                Arguments.of(new ResNeXt(11, 4, 8, CLASSES, 32), 0.02, 45));
    }

    @ParameterizedTest
    @MethodSource("families")
    void learnsAFewImagesByHeart(NetworkSpec spec, double rate, int steps) throws Exception {
        BatchMaker images = images();
        Batch batch = images.make(ALL, 0);
        InstanceSpace space = new InstanceSpace(spec.points(), List.of(Instance.FULL));
        try (TrainableNetwork network = network(spec)) {
            for (int step = 0; step < steps; step++) {
                double falling = 0.5 + 0.5 * Math.cos(Math.PI * step / steps);
                network.step(batch, Instance.FULL, rate * falling, step);
            }
            StatisticsBank bank = new Calibration(1, COUNT, 1).calibrate(network, space, images, Progress.NONE);
            double error = new Evaluator(space, bank)
                    .evaluate(network, images, ALL, false, Progress.NONE)
                    .sweep()
                    .of(Instance.FULL)
                    .top1Error();
            assertThat(error).isLessThanOrEqualTo(1.0 / COUNT);
        }
    }

    static Stream<Arguments> methods() {
        return Arrays.stream(Method.values()).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void lossFallsUnderEveryMethod(Method method) throws Exception {
        NetworkSpec spec = method.adapt(new WideResNet(10, 2, CLASSES, 32));
        InstanceSampler sampler = method.sampler(spec, Sampling.PAPER, 7);
        Batch batch = images().make(ALL, 0);
        int steps = 40;
        double[] losses = new double[steps];
        try (TrainableNetwork network = network(spec)) {
            for (int step = 0; step < steps; step++) {
                losses[step] =
                        network.step(batch, sampler.draw(step), 0.05, step).loss();
            }
        }
        double first = Arrays.stream(losses, 0, 10).average().orElse(0);
        double last = Arrays.stream(losses, steps - 10, steps).average().orElse(0);
        assertThat(first).isGreaterThan(1.5);
        assertThat(last).isLessThan(0.5 * first);
    }
}
