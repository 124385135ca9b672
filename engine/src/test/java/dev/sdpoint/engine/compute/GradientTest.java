package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Gradients of whole networks of every family against differences of the loss. ReLU is off, whose kinks differences would step
 * over. Every element of every array takes part: small networks are checked array by array along a random direction; of large
 * ones all arrays move at once, each scaled by its gradient so that none hides the others.
 */
class GradientTest {
    /** So small that hardly a maximum of max-pooling changes its place; rounding costs up to 5e-6. */
    private static final double SMALL_STEP = 1e-8;

    private static final GraphOptions EXACT = new GraphOptions(DataType.DOUBLE, true, false);
    private static final GraphOptions FUSED = new GraphOptions(DataType.FLOAT, false, false);

    static List<TinyFamily> small() {
        return List.of(TinyFamily.WIDE, TinyFamily.WIDE_DROPPING, TinyFamily.DENSE_DROPPING, TinyFamily.EXITS);
    }

    static List<TinyFamily> all() {
        return TinyFamily.ALL;
    }

    /** Random signs; cheap, for millions of parameters. */
    private static double[] signs(int length, SplitMix64 random) {
        double[] signs = new double[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
            signs[i] = (bits & 1) == 0 ? -1 : 1;
        }
        return signs;
    }

    private static double size(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("small")
    void gradientOfEveryArrayIsTheSlopeOfTheLoss(TinyFamily family) {
        SplitMix64 random = new SplitMix64(13);
        try (GradientProbe probe = new GradientProbe(family.spec(), EXACT)) {
            for (Instance instance : family.some()) {
                probe.loss(instance);
                Map<String, double[]> gradients = probe.gradients();
                assertThat(gradients).hasSize(family.learnedArrays());
                gradients.forEach((name, gradient) -> {
                    boolean learns = name.endsWith("_W")
                            && family.spec().regularization().survival() == 1;
                    assertThat(size(gradient)).as(name).isGreaterThan(learns ? 1e-4 : -1);
                    double[] direction = signs(gradient.length, random);
                    double slope = probe.slope(Map.of(name, direction), 1e-5, instance);
                    assertThat(slope)
                            .as("%s, %s", instance.label(), name)
                            .isCloseTo(product(gradient, direction), within(1e-6 * (1 + size(gradient))));
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void gradientOfAllArraysTogetherIsTheSlopeOfTheLoss(TinyFamily family) {
        SplitMix64 random = new SplitMix64(17);
        try (GradientProbe probe = new GradientProbe(family.spec(), EXACT)) {
            for (Instance instance : family.some()) {
                probe.loss(instance);
                Map<String, double[]> gradients = probe.gradients();
                assertThat(gradients).hasSize(family.learnedArrays());
                for (int i = 0; i < (TinyFamily.SMALL.contains(family) ? 3 : 1); i++) {
                    Map<String, double[]> directions = new HashMap<>();
                    gradients.forEach((name, gradient) -> directions.put(name, scaled(gradient, random)));
                    double expected = gradients.entrySet().stream()
                            .mapToDouble(e -> product(e.getValue(), directions.getOrDefault(e.getKey(), new double[0])))
                            .sum();
                    assertThat(probe.slope(directions, SMALL_STEP, instance))
                            .as(instance.label())
                            .isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
                }
            }
        }
    }

    /** A random direction whose product with the gradient is about 1 unless the gradient is very small. */
    private static double[] scaled(double[] gradient, SplitMix64 random) {
        double[] direction = signs(gradient.length, random);
        double scale = 1 / Math.max(0.1, size(gradient));
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= scale;
        }
        return direction;
    }

    @ParameterizedTest
    @MethodSource("all")
    void fusedFloatGradientsAreThoseOfPortableDoubles(TinyFamily family) {
        try (GradientProbe exact = new GradientProbe(family.spec(), EXACT);
                GradientProbe fused = new GradientProbe(family.spec(), FUSED)) {
            for (Instance instance : family.some()) {
                double loss = exact.loss(instance);
                assertThat(fused.loss(instance))
                        .isCloseTo(loss, within(0.05 * family.roundingOfGradients() * Math.max(1, loss)));
                Map<String, double[]> found = fused.gradients();
                Map<String, double[]> expected = exact.gradients();
                // a shift before the next normalisation has no gradient but for rounding
                double rounding = 2e-6
                        * expected.values().stream()
                                .mapToDouble(GradientTest::size)
                                .max()
                                .orElse(0);
                expected.forEach((name, gradient) -> {
                    double[] difference = found.getOrDefault(name, new double[0]);
                    assertThat(difference).as(name).hasSameSizeAs(gradient);
                    for (int i = 0; i < gradient.length; i++) {
                        difference[i] -= gradient[i];
                    }
                    assertThat(size(difference))
                            .as("%s, %s", instance.label(), name)
                            .isLessThanOrEqualTo(rounding + family.roundingOfGradients() * size(gradient));
                });
            }
        }
    }
}
