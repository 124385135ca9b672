package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.compute.LoopNetwork.Moments;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forward passes of every instance, in both ways to compute, against plain loops. */
class GraphNetworkForwardTest {
    private static final int COUNT = 3;

    static Stream<GraphOptions> options() {
        return Stream.of(GraphOptions.FAST, TinyNetworks.PORTABLE);
    }

    /** The paper's, and one that leaves maps of 2×2 and 1×1. */
    private static List<Instance> instances() {
        List<Instance> all = new ArrayList<>(TinyNetworks.INSTANCES);
        all.add(Instance.of(2, 0.3));
        all.add(Instance.of(3, 0.25));
        return all;
    }

    private static LoopNetwork loops() {
        return new LoopNetwork(TinyNetworks.SPEC.plan(), TinyNetworks.weights(7));
    }

    @ParameterizedTest
    @MethodSource("options")
    void probabilitiesAreThoseOfTheDefinition(GraphOptions options) {
        Batch batch = TinyNetworks.batch(COUNT, 1);
        try (GraphNetwork network = TinyNetworks.network(options)) {
            Map<Instance, Map<String, ChannelStatistics>> own = new HashMap<>();
            network.batchStatistics(TinyNetworks.batch(8, 2).images(), 8, instances(), own::put);
            StatisticsBank bank = new StatisticsBank(own.getOrDefault(Instance.FULL, Map.of()), own);
            for (Instance instance : instances()) {
                float[] answer = network.probabilities(batch.images(), COUNT, instance, bank);
                double[][] expected = loops().inference(
                                batch.images(),
                                COUNT,
                                instance,
                                layer -> bank.of(instance, layer).orElseThrow());
                assertRows(answer, expected, instance.label());
            }
        }
    }

    private static void assertRows(float[] answer, double[][] expected, String label) {
        int classes = expected[0].length;
        assertThat(answer).hasSize(expected.length * classes);
        for (int i = 0; i < answer.length; i++) {
            assertThat((double) answer[i]).as(label).isCloseTo(expected[i / classes][i % classes], within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void batchStatisticsAreThoseOfTheDefinition(GraphOptions options) {
        Batch batch = TinyNetworks.batch(COUNT, 3);
        Map<Instance, Map<String, ChannelStatistics>> found = new HashMap<>();
        try (GraphNetwork network = TinyNetworks.network(options)) {
            network.batchStatistics(batch.images(), COUNT, instances(), found::put);
        }
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(instances());
        for (Instance instance : instances()) {
            LoopNetwork loops = loops();
            loops.training(batch.images(), COUNT, instance);
            Map<String, ChannelStatistics> own = found.getOrDefault(instance, Map.of());
            assertThat(own.keySet()).containsExactlyInAnyOrderElementsOf(layersAfter(instance.point()));
            own.forEach((layer, statistics) ->
                    assertMoments(statistics, loops.batchMoments(layer), instance.label() + ", " + layer));
        }
    }

    /** All layers of full resolution, else those behind the point. */
    private static List<String> layersAfter(int point) {
        List<String> names = new ArrayList<>(List.of("norm"));
        for (int block = point + 1; block <= 3; block++) {
            names.add("block" + block + "-norm1");
            names.add("block" + block + "-norm2");
        }
        return names;
    }

    private static void assertMoments(ChannelStatistics found, Moments[] expected, String label) {
        float[] means = found.mean();
        float[] variances = found.variance();
        assertThat(means).hasSize(expected.length);
        for (int k = 0; k < expected.length; k++) {
            assertThat((double) means[k]).as(label).isCloseTo(expected[k].mean(), within(1e-4));
            double variance = expected[k].unbiasedVariance();
            assertThat((double) variances[k]).as(label).isCloseTo(variance, within(1e-4 * (1 + variance)));
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void stepReportsLossAndWrongAnswersBeforeTheUpdate(GraphOptions options) {
        Batch batch = TinyNetworks.batch(6, 4);
        for (Instance instance : instances()) {
            try (GraphNetwork network = TinyNetworks.network(options)) {
                StepResult result = network.step(batch, instance, 0.1);
                double[][] expected = loops().training(batch.images(), 6, instance);
                double loss = 0;
                int wrong = 0;
                for (int i = 0; i < 6; i++) {
                    double truth = expected[i][batch.labels()[i]];
                    loss -= Math.log(truth) / 6;
                    for (double other : expected[i]) {
                        if (other > truth) {
                            wrong++;
                            break;
                        }
                    }
                }
                assertThat(result.loss()).as(instance.label()).isCloseTo(loss, within(1e-4));
                assertThat(result.wrong()).as(instance.label()).isEqualTo(wrong);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void stepMovesRunningAveragesByATenthTowardsTheBatch(GraphOptions options) {
        Batch batch = TinyNetworks.batch(6, 5);
        Instance instance = Instance.of(1, 0.75);
        LoopNetwork loops = loops();
        loops.training(batch.images(), 6, instance);
        NamedWeights after;
        try (GraphNetwork network = TinyNetworks.network(options)) {
            network.step(batch, instance, 0.1);
            after = network.weights();
        }
        loops.batchMoments().forEach((layer, moments) -> {
            float[] mean = after.get(layer + "/runningMean", moments.length);
            float[] variance = after.get(layer + "/runningVariance", moments.length);
            for (int k = 0; k < moments.length; k++) {
                assertThat((double) mean[k]).isCloseTo(0.1 * moments[k].mean(), within(1e-4));
                assertThat((double) variance[k]).isCloseTo(0.9 + 0.1 * moments[k].unbiasedVariance(), within(1e-4));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("options")
    void widerAndDeeperNetworksFollowTheirPlanToo(GraphOptions options) {
        WideResNet spec = new WideResNet(16, 2, 3, 16);
        NamedWeights weights = Parameters.initial(spec.plan(), 11);
        Batch batch = TinyNetworks.batch(2, 6);
        Instance instance = Instance.of(3, 0.75);
        try (GraphNetwork network = new GraphNetwork(spec, TinyNetworks.optimization(0, 0), weights, options)) {
            Map<Instance, Map<String, ChannelStatistics>> own = new HashMap<>();
            network.batchStatistics(batch.images(), 2, List.of(Instance.FULL, instance), own::put);
            StatisticsBank bank = new StatisticsBank(own.getOrDefault(Instance.FULL, Map.of()), own);
            LoopNetwork loops = new LoopNetwork(spec.plan(), weights);
            assertRows(
                    network.probabilities(batch.images(), 2, instance, bank),
                    loops.inference(
                            batch.images(),
                            2,
                            instance,
                            layer -> bank.of(instance, layer).orElseThrow()),
                    "wrn-16-2");
        }
    }
}
