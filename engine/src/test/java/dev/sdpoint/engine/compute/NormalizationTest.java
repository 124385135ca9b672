package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.compute.Normalization.Scaling;
import dev.sdpoint.engine.compute.onednn.OneDnn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** All ways to normalise: oneDNN's where it is, our kernels over host memory, and plain ND4J operations. */
class NormalizationTest {
    private static final double EPSILON = 1e-5;

    @BeforeEach
    void drawTheSameNumbersInEveryBuild() {
        Nd4j.getRandom().setSeed(7);
    }

    private static List<Normalization> all(int channels, boolean relu) {
        List<Normalization> all = new ArrayList<>(List.of(
                new KernelNormalization(PortableKernels.INSTANCE, EPSILON, relu),
                new KernelNormalization(HostKernels.INSTANCE, EPSILON, relu)));
        OneDnn.available().ifPresent(library -> all.add(new HostNormalization(library, channels, EPSILON, relu)));
        return all;
    }

    private static INDArray values(float... values) {
        return Nd4j.createFromArray(values);
    }

    private static INDArray noise(long... shape) {
        return Nd4j.randn(DataType.FLOAT, shape);
    }

    @Test
    void normalisesByTheBatchAndCutsOffBelowZero() {
        for (Normalization way : all(2, true)) {
            // channel 0: 1, 3, 1, 3 (mean 2, variance 1); channel 1: 5, 5, 9, 9 (mean 7, variance 4)
            INDArray x = values(1, 5, 3, 5, 1, 9, 3, 9).reshape('c', new long[] {1, 2, 2, 2});
            INDArray y = Nd4j.create(DataType.FLOAT, x.shape());
            float[] means = new float[2];
            float[] variances = new float[2];

            way.byBatch(x, y, new Scaling(values(2, 1), values(0.5f, -0.25f)), means, variances);

            assertThat(means).containsExactly(new float[] {2, 7}, within(1e-6f));
            assertThat(variances).containsExactly(new float[] {1, 4}, within(1e-5f));
            assertThat(KernelsTest.values(y))
                    .containsExactly(new float[] {0, 0, 2.5f, 0, 0, 0.75f, 2.5f, 0.75f}, within(1e-4f));
        }
    }

    @Test
    void normalisesByGivenStatistics() {
        for (Normalization way : all(2, false)) {
            INDArray x = values(1, 5, 3, 9).reshape('c', new long[] {1, 1, 2, 2});
            INDArray y = Nd4j.create(DataType.FLOAT, x.shape());

            way.byStatistics(x, y, new Scaling(values(1, 3), values(0, 1)), new float[] {2, 3}, new float[] {4, 0.25f});

            // (1 − 2) / 2, 3 · (5 − 3) / 0.5 + 1, …
            assertThat(KernelsTest.values(y)).containsExactly(new float[] {-0.5f, 13, 0.5f, 37}, within(1e-3f));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientsOfABatchOfTwoAreNothing(boolean relu) {
        // two values are normalised to −1 and 1 whatever they are: only γ and β can change the output
        for (Normalization way : all(1, relu)) {
            INDArray x = values(3, 7).reshape('c', new long[] {2, 1, 1, 1});
            INDArray y = Nd4j.create(DataType.FLOAT, x.shape());
            INDArray ofX = Nd4j.create(DataType.FLOAT, x.shape());
            Scaling scaling = new Scaling(values(2), values(0.5f));
            Scaling gradients = new Scaling(values(0), values(0));
            way.byBatch(x, y, scaling, new float[1], new float[1]);

            way.backward(x, values(1, 10).reshape('c', x.shape()), ofX, scaling, gradients);

            // ReLU takes the first gradient away: 2 · −1 + 0.5 is below 0
            assertThat(gradients.gamma().getFloat(0)).isCloseTo(relu ? 10 : -1 + 10, within(1e-3f));
            assertThat(gradients.beta().getFloat(0)).isCloseTo(relu ? 10 : 11, within(1e-4f));
            assertThat(KernelsTest.values(ofX)).containsExactly(new float[] {0, 0}, within(1e-3f));
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 3, 9, true", "32, 5, 8, false", "13, 2, 7, true", "48, 7, 1, true"})
    void allWaysAgree(int channels, int images, int side, boolean relu) {
        INDArray x = noise(images, side, side, channels);
        INDArray g = noise(images, side, side, channels);
        Scaling scaling = new Scaling(noise(channels).addi(1), noise(channels));
        List<INDArray[]> results = new ArrayList<>();
        for (Normalization way : all(channels, relu)) {
            INDArray y = Nd4j.create(DataType.FLOAT, x.shape());
            INDArray ofX = Nd4j.create(DataType.FLOAT, x.shape());
            Scaling gradients =
                    new Scaling(Nd4j.create(DataType.FLOAT, channels), Nd4j.create(DataType.FLOAT, channels));
            float[] means = new float[channels];
            float[] variances = new float[channels];
            way.byBatch(x, y, scaling, means, variances);
            way.backward(x, g, ofX, scaling, gradients);
            INDArray again = Nd4j.create(DataType.FLOAT, x.shape());
            way.byStatistics(x, again, scaling, means, variances);
            assertThat(again.sub(y).amaxNumber().doubleValue()).isLessThan(1e-5);
            results.add(new INDArray[] {y, ofX, gradients.gamma(), gradients.beta()});
        }
        for (INDArray[] found : results) {
            for (int i = 0; i < found.length; i++) {
                INDArray expected = results.get(0)[i];
                double scale = Math.max(1, expected.amaxNumber().doubleValue());
                assertThat(found[i].sub(expected).amaxNumber().doubleValue()).isLessThan(2e-5 * scale);
            }
        }
        assertThat(results).hasSizeGreaterThanOrEqualTo(2);
    }
}
