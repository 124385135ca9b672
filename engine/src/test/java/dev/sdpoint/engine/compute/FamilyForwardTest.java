package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.compute.LoopNetwork.Moments;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forward passes of every family against plain loops; nothing is dropped at random outside training. */
class FamilyForwardTest {
    /** Of fewer, batch normalisation of maps of one pixel magnifies every rounding. */
    private static final int COUNT = 4;

    static List<TinyFamily> all() {
        return TinyFamily.ALL;
    }

    private static GraphNetwork network(NetworkSpec spec, NetworkSpec weightsOf) {
        return new GraphNetwork(
                spec, TinyNetworks.optimization(0, 0), TinyNetworks.weights(weightsOf, 7), GraphOptions.FAST);
    }

    /** The exits are instances of their own. */
    private static List<Instance> instances(TinyFamily family) {
        List<Instance> all = new ArrayList<>(family.few());
        for (int exit = 1; exit <= family.spec().exits(); exit++) {
            all.add(Instance.of(exit, 0));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void answersAndStatisticsAreThoseOfTheDefinition(TinyFamily family) {
        NetworkSpec spec = family.spec();
        NetworkPlan plan = spec.plan();
        Batch batch = TinyNetworks.batch(spec, COUNT, 1);
        LoopNetwork loops = new LoopNetwork(plan, TinyNetworks.weights(spec, 7));
        try (GraphNetwork network = new GraphNetwork(
                spec, TinyNetworks.optimization(0, 0), TinyNetworks.weights(spec, 7), family.options())) {
            StatisticsBank bank = TinyNetworks.bank(network, instances(family));
            Map<Instance, Map<String, ChannelStatistics>> measured = new HashMap<>();
            network.batchStatistics(batch.images(), COUNT, instances(family), measured::put);
            for (Instance instance : instances(family)) {
                float[] answer = network.probabilities(batch.images(), COUNT, instance, bank);
                assertRows(
                        answer,
                        loops.inference(
                                batch.images(),
                                COUNT,
                                instance,
                                layer -> bank.of(instance, layer).orElse(null)),
                        instance.label());
                loops.training(batch.images(), COUNT, instance);
                Map<String, ChannelStatistics> own = Objects.requireNonNull(measured.get(instance));
                assertThat(own.keySet())
                        .containsExactlyInAnyOrderElementsOf(plan.ownStatistics(instance).stream()
                                .map(norm -> norm.name())
                                .toList());
                own.forEach((layer, found) ->
                        assertMoments(found, loops.batchMoments(layer), instance.label() + ", " + layer));
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

    private static void assertMoments(ChannelStatistics found, Moments[] expected, String label) {
        float[] means = found.mean();
        float[] variances = found.variance();
        for (int k = 0; k < expected.length; k++) {
            double variance = expected[k].unbiasedVariance();
            assertThat((double) means[k])
                    .as(label)
                    .isCloseTo(expected[k].mean(), within(1e-4 * (1 + Math.sqrt(variance))));
            assertThat((double) variances[k]).as(label).isCloseTo(variance, within(1e-4 * (1 + variance)));
        }
    }

    @Test
    void dropoutDropsInTrainingAlone() {
        NetworkSpec plain = TinyFamily.DENSE.spec();
        NetworkSpec dropping = plain.with(new Regularization(0.5, 1));
        Batch batch = TinyNetworks.batch(plain, 8, 3);
        try (GraphNetwork one = network(plain, plain);
                GraphNetwork other = network(dropping, plain)) {
            StatisticsBank bank = TinyNetworks.bank(one, TinyFamily.DENSE.some());
            assertThat(TinyNetworks.bank(other, TinyFamily.DENSE.some())).isEqualTo(bank);
            for (Instance instance : TinyFamily.DENSE.some()) {
                assertThat(other.probabilities(batch.images(), 8, instance, bank))
                        .containsExactly(one.probabilities(batch.images(), 8, instance, bank));
            }
            double loss = one.step(batch, Instance.FULL, 0, 1).loss();
            double first = other.step(batch, Instance.FULL, 0, 1).loss();
            assertThat(first).isNotEqualTo(loss);
            assertThat(other.step(batch, Instance.FULL, 0, 1).loss()).isEqualTo(first);
            assertThat(other.step(batch, Instance.FULL, 0, 2).loss()).isNotEqualTo(first);
        }
    }

    @Test
    void stochasticDepthDropsWholeBranchesInTraining() {
        NetworkSpec plain = TinyFamily.WIDE.spec();
        // the three blocks survive with probabilities 0.67, 0.34 and 0.01
        NetworkSpec dropping = plain.with(new Regularization(0, 0.01));
        Batch batch = TinyNetworks.batch(plain, 8, 3);
        try (GraphNetwork one = network(plain, plain);
                GraphNetwork other = network(dropping, plain)) {
            double whole = one.step(batch, Instance.FULL, 0, 1).loss();
            Map<Double, Integer> seen = new HashMap<>();
            for (int chance = 0; chance < 100; chance++) {
                seen.merge(other.step(batch, Instance.FULL, 0, chance).loss(), 1, Integer::sum);
            }
            // four ways to keep or drop the first two branches while the last is dropped, and seldom another
            assertThat(seen.size()).isBetween(4, 6);
            // the most likely, the first kept alone, has probability 0.44: within 4 standard deviations
            assertThat(seen.values().stream().mapToInt(Integer::intValue).max().orElse(0))
                    .isBetween(24, 64);
            assertThat(seen).doesNotContainKey(whole);
        }
    }
}
