package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork.StepResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one step does to the weights. */
class GraphNetworkStepTest {
    private static final Instance INSTANCE = Instance.of(2, 0.75);
    private static final Batch FIRST = TinyNetworks.batch(6, 21);
    private static final Batch SECOND = TinyNetworks.batch(6, 22);

    private static NamedWeights afterStep(double momentum, double decay, double rate) {
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, momentum, decay)) {
            network.step(FIRST, INSTANCE, rate);
            return network.weights();
        }
    }

    /** The gradient of the loss at some weights: what a step of rate 1 without momentum and decay takes away. */
    private static Map<String, double[]> gradient(NamedWeights at, Batch batch) {
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, 0, 0)) {
            network.restore(at, network.updaterState());
            network.step(batch, INSTANCE, 1);
            return learned(at, network.weights(), 1);
        }
    }

    /** {@code (before − after) / rate} of every learned array. */
    private static Map<String, double[]> learned(NamedWeights before, NamedWeights after, double rate) {
        Map<String, double[]> taken = new HashMap<>();
        before.arrays().forEach((name, old) -> {
            if (!name.contains("/running")) {
                float[] now = after.get(name, old.length);
                double[] difference = new double[old.length];
                for (int i = 0; i < old.length; i++) {
                    difference[i] = ((double) old[i] - now[i]) / rate;
                }
                taken.put(name, difference);
            }
        });
        return taken;
    }

    private static void assertClose(Map<String, double[]> found, Map<String, double[]> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, values) -> assertThat(found.get(name)).as(name).containsExactly(values, within(2e-6)));
    }

    private static NamedWeights start() {
        return TinyNetworks.weights(7);
    }

    @Test
    void takesAwayTheGradientTimesTheRate() {
        assertClose(learned(start(), afterStep(0, 0, 0.25), 0.25), gradient(start(), FIRST));
    }

    @Test
    void rateOfZeroLearnsNothing() {
        assertThat(learned(start(), afterStep(0.9, 0.1, 0), 1).values())
                .allSatisfy(taken -> assertThat(taken).containsOnly(0));
    }

    @Test
    void decaysConvolutionsAndClassifierAlone() {
        Map<String, double[]> expected = gradient(start(), FIRST);
        expected.forEach((name, values) -> {
            if (name.endsWith("/weights")) {
                float[] weights = start().get(name, values.length);
                for (int i = 0; i < values.length; i++) {
                    values[i] += 0.125 * weights[i];
                }
            }
        });
        assertClose(learned(start(), afterStep(0, 0.125, 1), 1), expected);
    }

    @Test
    void decayIsNoPartOfTheLoss() {
        assertThat(stepResult(0.9, 0.5)).isEqualTo(stepResult(0, 0));
    }

    private static StepResult stepResult(double momentum, double decay) {
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, momentum, decay)) {
            return network.step(FIRST, INSTANCE, 0.1);
        }
    }

    @Test
    void looksAheadAsNesterovSays() {
        double mu = 0.9;
        double rate = 0.1;
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, mu, 0)) {
            network.step(FIRST, INSTANCE, rate);
            NamedWeights between = network.weights();
            // velocity g₁, step g₁ + μ · g₁
            Map<String, double[]> first = gradient(start(), FIRST);
            first.replaceAll((name, g) -> combine(1 + mu, g, 0, g));
            assertClose(learned(start(), between, rate), first);
            network.step(SECOND, INSTANCE, rate);
            // velocity v = μ · g₁ + g₂, step g₂ + μ · v
            Map<String, double[]> earlier = gradient(start(), FIRST);
            Map<String, double[]> second = gradient(between, SECOND);
            second.replaceAll((name, g) -> combine(1 + mu, g, mu * mu, earlier.getOrDefault(name, g)));
            assertClose(learned(between, network.weights(), rate), second);
        }
    }

    private static double[] combine(double a, double[] x, double b, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * x[i] + b * y[i];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.5", "1, 0.75", "2, 0.75", "3, 0.5", "3, 0.25"})
    void fusedAndPortableKernelsLearnTheSame(int point, double ratio) {
        Instance instance = Instance.of(point, ratio);
        try (GraphNetwork fused = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4);
                GraphNetwork portable = TinyNetworks.network(TinyNetworks.PORTABLE, 0.9, 5e-4)) {
            StepResult expected = portable.step(FIRST, instance, 0.05);
            StepResult found = fused.step(FIRST, instance, 0.05);
            assertThat(found.loss()).isCloseTo(expected.loss(), within(1e-5 * expected.loss()));
            assertThat(found.wrong()).isEqualTo(expected.wrong());
            NamedWeights mine = fused.weights();
            portable.weights().arrays().forEach((name, values) -> {
                double difference = 0;
                double size = 0;
                float[] own = mine.get(name, values.length);
                for (int i = 0; i < values.length; i++) {
                    difference += Math.pow((double) own[i] - values[i], 2);
                    size += Math.pow(values[i], 2);
                }
                assertThat(Math.sqrt(difference)).as(name).isLessThan(2e-5 * (0.1 + Math.sqrt(size)));
            });
        }
    }

    @Test
    void sameStepsGiveTheSameWeightsBitByBit() {
        assertThat(threeSteps(3)).isEqualTo(threeSteps(3));
        assertThat(threeSteps(4)).isNotEqualTo(threeSteps(3));
    }

    private static Map<String, String> threeSteps(long seed) {
        try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4)) {
            for (int i = 0; i < 3; i++) {
                network.step(TinyNetworks.batch(6, seed + 10L * i), TinyNetworks.INSTANCES.get(i), 0.1);
            }
            return text(network.weights());
        }
    }

    private static Map<String, String> text(NamedWeights weights) {
        Map<String, String> text = new HashMap<>();
        weights.arrays().forEach((name, values) -> text.put(name, Arrays.toString(values)));
        return text;
    }

    @Test
    void restoredNetworkGoesOnAsIfItHadNeverStopped() {
        try (GraphNetwork whole = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4);
                GraphNetwork resumed = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4)) {
            whole.step(FIRST, INSTANCE, 0.1);
            whole.step(SECOND, Instance.FULL, 0.1);
            resumed.restore(whole.weights(), whole.updaterState());
            whole.step(FIRST, Instance.of(1, 0.5), 0.05);
            resumed.step(FIRST, Instance.of(1, 0.5), 0.05);
            assertThat(text(resumed.weights())).isEqualTo(text(whole.weights()));
            assertThat(resumed.updaterState()).containsExactly(whole.updaterState());
        }
    }

    /** 4 and 2 images: the gradient of the whole is the mean of theirs, weighted by their images. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aStepInPartsTakesAwayTheirMeanGradient(boolean portable) {
        Batch four = TinyNetworks.batch(4, 31);
        Batch two = TinyNetworks.batch(2, 32);
        Map<String, double[]> expected = gradient(start(), four);
        Map<String, double[]> ofTwo = gradient(start(), two);
        expected.replaceAll((name, g) -> combine(4 / 6.0, g, 2 / 6.0, ofTwo.getOrDefault(name, g)));
        GraphOptions options = portable ? TinyNetworks.PORTABLE : GraphOptions.FAST;
        try (GraphNetwork network = TinyNetworks.network(options, 0, 0);
                GraphNetwork alone = TinyNetworks.network(options, 0, 0)) {
            StepResult both = network.step(List.of(four, two), INSTANCE, 0.25, 0);

            assertClose(learned(start(), network.weights(), 0.25), expected);
            StepResult first = alone.step(four, INSTANCE, 0);
            StepResult second = alone.step(two, INSTANCE, 0);
            assertThat(both.wrong()).isEqualTo(first.wrong() + second.wrong());
            assertThat(both.loss()).isCloseTo((4 * first.loss() + 2 * second.loss()) / 6, within(1e-5));
        }
    }

    /** Gradients of the step before must not be added to those of the next. */
    @Test
    void stepsInPartsDoNotRunIntoEachOther() {
        try (GraphNetwork parts = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4);
                GraphNetwork whole = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4)) {
            for (int i = 0; i < 3; i++) {
                parts.step(List.of(TinyNetworks.batch(6, i)), INSTANCE, 0.05, 0);
                whole.step(TinyNetworks.batch(6, i), INSTANCE, 0.05, 0);
            }
            whole.weights()
                    .arrays()
                    .forEach((name, values) -> assertThat(parts.weights().get(name, values.length))
                            .as(name)
                            .isEqualTo(values));
        }
    }
}
