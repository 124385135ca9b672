package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BilinearResize;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.export.OnnxEvaluator;
import dev.sdpoint.engine.export.OnnxEvaluator.Tensor;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances written as ONNX and computed from the file answer what the plain loops answer. */
class ExportedForwardTest {
    static Stream<TinyFamily> families() {
        return TinyFamily.ALL.stream();
    }

    /** Means, variances, scales and shifts away from 0 and 1, so that a norm left out or folded wrongly shows. */
    private static StatisticsBank bank(NetworkPlan plan, List<Instance> instances) {
        Random random = new Random(3);
        Map<Instance, Map<String, ChannelStatistics>> all = new HashMap<>();
        for (Instance instance : instances) {
            Map<String, ChannelStatistics> layers = new HashMap<>();
            for (LayerSpec.BatchNorm layer : plan.ownStatistics(instance)) {
                float[] mean = new float[layer.outChannels()];
                float[] variance = new float[layer.outChannels()];
                for (int c = 0; c < mean.length; c++) {
                    mean[c] = (float) (0.3 * random.nextGaussian());
                    variance[c] = 0.5f + random.nextFloat();
                }
                layers.put(layer.name(), new ChannelStatistics(mean, variance));
            }
            all.put(instance, layers);
        }
        Map<String, ChannelStatistics> full = all.getOrDefault(Instance.FULL, Map.of());
        all.remove(Instance.FULL);
        return new StatisticsBank(full, all);
    }

    private static Tensor channelsFirst(Batch batch) {
        int side = batch.side();
        double[] values = new double[batch.images().length];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / 3 % (side * side);
            values[(i / (3 * side * side) * 3 + i % 3) * side * side + pixel] = batch.images()[i];
        }
        return new Tensor(new int[] {batch.size(), 3, side, side}, values);
    }

    /** Of large networks only those that pool in other ways, since loops are slow. */
    private static List<Instance> instances(TinyFamily family) {
        NetworkSpec spec = family.spec();
        if (TinyFamily.LARGE.contains(family)) {
            return List.of(Instance.FULL, Instance.of(1, 0.75), Instance.of(2, 0.5));
        }
        List<Instance> instances = new ArrayList<>(family.some());
        instances.add(Instance.of(spec.points(), 0.75));
        instances.add(Instance.of(0, 11 / 16.0));
        for (int exit = 1; exit <= spec.exits(); exit++) {
            instances.add(Instance.of(exit, 0));
        }
        return instances.stream().distinct().toList();
    }

    /** The loops do not resize; they get the network for the smaller image instead. */
    private static double[][] loops(
            NetworkPlan plan, NamedWeights weights, Batch batch, Instance instance, StatisticsBank bank) {
        int seen = plan.inputSide(instance);
        NetworkPlan smaller = new NetworkPlan(plan.channels(), seen, plan.points(), plan.layers(), plan.exits());
        float[] images = BilinearResize.of(plan.side(), seen).apply(batch.images(), batch.size());
        Instance then = instance instanceof Instance.ResizedInput ? Instance.FULL : instance;
        return new LoopNetwork(smaller, weights).inference(images, batch.size(), then, bank.all(instance)::get);
    }

    @ParameterizedTest
    @MethodSource("families")
    void answersWhatTheLoopsAnswer(TinyFamily family) {
        NetworkSpec spec = family.spec();
        NetworkPlan plan = spec.plan();
        NamedWeights weights = TinyNetworks.weights(spec, 7);
        StatisticsBank bank = bank(plan, instances(family));
        int images = TinyFamily.LARGE.contains(family) ? 1 : 2;
        Batch batch = TinyNetworks.batch(spec, images, 5);
        for (Instance instance : instances(family)) {
            double[][] expected = loops(plan, weights, batch, instance, bank);

            Tensor answer = OnnxEvaluator.of(OnnxExport.ofNormalized(plan, weights, bank, instance))
                    .run(channelsFirst(batch));

            assertThat(answer.shape()).containsExactly(images, spec.classes());
            for (int i = 0; i < answer.values().length; i++) {
                assertThat(answer.values()[i])
                        .as("%s, %s, value %d", family, instance.label(), i)
                        .isCloseTo(expected[i / spec.classes()][i % spec.classes()], within(1e-5));
            }
        }
    }

    @Test
    void foldsNormsThatFollowConvolutionsAndNoOthers() {
        NetworkPlan plan = TinyFamily.POST_BASIC.spec().plan();
        StatisticsBank bank = bank(plan, List.of(Instance.FULL));

        OnnxEvaluator file = OnnxEvaluator.of(OnnxExport.ofNormalized(
                plan, TinyNetworks.weights(TinyFamily.POST_BASIC.spec(), 7), bank, Instance.FULL));

        assertThat(file.count("BatchNormalization")).isZero();
        NetworkPlan before = TinyFamily.WIDE.spec().plan();
        OnnxEvaluator preActivation = OnnxEvaluator.of(OnnxExport.ofNormalized(
                before, TinyNetworks.weights(7), bank(before, List.of(Instance.FULL)), Instance.FULL));
        // by hand: the first norm of each of the three blocks and that before the classifier follow additions; the very
        // first follows
        // the stem's convolution, which the first block's shortcut reads too
        assertThat(preActivation.count("BatchNormalization")).isEqualTo(4);
    }

    @Test
    void writesNothingOfLayersThatAnInstanceDoesNotRun() {
        NetworkPlan plan = TinyFamily.EXITS.spec().plan();
        NamedWeights weights = TinyNetworks.weights(TinyFamily.EXITS.spec(), 7);
        Instance exit = Instance.of(1, 0);
        StatisticsBank bank = bank(plan, List.of(Instance.FULL, exit));

        OnnxEvaluator full = OnnxEvaluator.of(OnnxExport.ofNormalized(plan, weights, bank, Instance.FULL));
        OnnxEvaluator branch = OnnxEvaluator.of(OnnxExport.ofNormalized(plan, weights, bank, exit));

        assertThat(full.count("Gemm")).isEqualTo(1);
        assertThat(branch.count("Gemm")).isEqualTo(1);
        assertThat(full.model().getGraph().getInitializerList())
                .noneMatch(constant -> constant.getName().startsWith("exit"));
    }

    @Test
    void refusesAnInstanceWithoutStatistics() {
        NetworkPlan plan = TinyNetworks.SPEC.plan();
        StatisticsBank bank = bank(plan, List.of(Instance.FULL));

        assertThatThrownBy(() -> OnnxExport.ofNormalized(plan, TinyNetworks.weights(7), bank, Instance.of(1, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no statistics of after block 1");
    }
}
