package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.inference.BlockMap;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.inference.MapDifference;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The maps that are shown are those from which the answer is computed. */
class FeatureMapsTest {
    static List<TinyFamily> all() {
        return TinyFamily.ALL;
    }

    private static GraphNetwork network(TinyFamily family) {
        NetworkSpec spec = family.spec();
        return new GraphNetwork(spec, TinyNetworks.optimization(0, 0), TinyNetworks.weights(spec, 7), family.options());
    }

    @ParameterizedTest
    @MethodSource("all")
    void haveTheSidesOfThePlanAndGiveTheAnswerOfTheNormalPass(TinyFamily family) {
        Batch batch = TinyNetworks.batch(family.spec(), 1, 41);
        NetworkPlan plan = family.spec().plan();
        try (GraphNetwork network = network(family)) {
            StatisticsBank bank = TinyNetworks.bank(network, family.few());
            for (Instance instance : family.few()) {
                FeatureMaps maps = network.featureMaps(batch.images(), instance, bank);
                assertThat(maps.instance()).isEqualTo(instance);
                assertSides(maps, plan);
                BlockMap last = maps.block(plan.points() + 1).orElseThrow();
                double[] expected = answer(plan, network.weights(), last);
                float[] answer = network.probabilities(batch.images(), 1, instance, bank);
                for (int k = 0; k < expected.length; k++) {
                    assertThat((double) answer[k]).as(instance.label()).isCloseTo(expected[k], within(1e-4));
                }
            }
        }
    }

    private static void assertSides(FeatureMaps maps, NetworkPlan plan) {
        assertThat(maps.blocks())
                .extracting(BlockMap::block)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, plan.points() + 1).boxed().toList());
        for (LayerSpec layer : plan.layers()) {
            if (layer.point() > 0) {
                BlockMap map = maps.block(layer.point()).orElseThrow();
                assertThat(map.side()).isEqualTo(plan.sides(maps.instance()).get(layer.name()));
                assertThat(map.channels()).isEqualTo(layer.outChannels());
            }
        }
    }

    /** Means of the maps, the linear layer, softmax, by the definition. */
    private static double[] answer(NetworkPlan plan, NamedWeights weights, BlockMap last) {
        LayerSpec.Classifier classifier = plan.layers().stream()
                .filter(l -> l.name().equals(plan.output(Instance.FULL)))
                .map(LayerSpec.Classifier.class::cast)
                .findFirst()
                .orElseThrow();
        int classes = classifier.outChannels();
        float[] linear = weights.get(classifier.name() + "/weights", (long) classifier.inChannels() * classes);
        float[] bias = weights.get(classifier.name() + "/bias", classes);
        double[] answer = new double[classes];
        double sum = 0;
        int area = last.side() * last.side();
        for (int k = 0; k < classes; k++) {
            double logit = bias[k];
            for (int c = 0; c < last.channels(); c++) {
                double mean = 0;
                for (int i = 0; i < area; i++) {
                    mean += last.values()[c * area + i] / (double) area;
                }
                logit += mean * linear[c * classes + k];
            }
            answer[k] = Math.exp(logit);
            sum += answer[k];
        }
        for (int k = 0; k < classes; k++) {
            answer[k] /= sum;
        }
        return answer;
    }

    @Test
    void areTheSameBeforeThePointAndPooledAtIt() {
        Batch batch = TinyNetworks.batch(1, 43);
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST)) {
            StatisticsBank bank = TinyNetworks.bank(network);
            FeatureMaps full = network.featureMaps(batch.images(), Instance.FULL, bank);
            FeatureMaps half = network.featureMaps(batch.images(), Instance.of(2, 0.5), bank);
            assertThat(half.block(1).orElseThrow().values())
                    .containsExactly(full.block(1).orElseThrow().values());
            BlockMap pooled = half.block(2).orElseThrow();
            BlockMap whole = full.block(2).orElseThrow();
            assertThat(pooled.side()).isEqualTo(4);
            double mean = (whole.at(3, 2, 4) + whole.at(3, 2, 5) + whole.at(3, 3, 4) + whole.at(3, 3, 5)) / 4.0;
            assertThat((double) pooled.at(3, 1, 2)).isCloseTo(mean, within(1e-5));
            MapDifference difference = MapDifference.of(full, half);
            assertThat(difference.blocks().get(0).relative()).isLessThan(1e-6);
            assertThat(difference.blocks().get(2).relative()).isGreaterThan(1e-3);
        }
    }

    @Test
    void anEarlyExitHasNoMapsBehindIt() {
        TinyFamily family = TinyFamily.EXITS;
        Batch batch = TinyNetworks.batch(family.spec(), 1, 44);
        Instance exit = Instance.of(1, 0);
        try (GraphNetwork network = network(family)) {
            StatisticsBank bank = TinyNetworks.bank(network, List.of(Instance.FULL, exit));
            FeatureMaps maps = network.featureMaps(batch.images(), exit, bank);
            assertThat(maps.blocks()).isNotEmpty().hasSizeLessThan(family.spec().points() + 1);
        }
    }

    @Test
    void refusesAnInstanceWithoutStatistics() {
        Batch batch = TinyNetworks.batch(1, 45);
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST)) {
            StatisticsBank bank = TinyNetworks.bank(network, List.of(Instance.FULL));
            assertThatThrownBy(() -> network.featureMaps(batch.images(), Instance.of(1, 0.5), bank))
                    .hasMessageContaining("calibrate it first");
        }
    }
}
