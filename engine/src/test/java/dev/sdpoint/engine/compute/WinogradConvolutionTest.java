package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.LayerSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WinogradConvolutionTest {
    @BeforeEach
    void drawTheSameNumbersInEveryBuild() {
        Nd4j.getRandom().setSeed(7);
    }

    private static INDArray random(long... shape) {
        return Nd4j.rand(DataType.FLOAT, shape).subi(0.5);
    }

    private static ConvolutionOperation ordinary(int in, int out) {
        return new ConvolutionOperation(new LayerSpec.Convolution("c", 1, "input", in, out, 3, 1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 64, 8", "64, 96, 16, 17", "80, 64, 13, 20", "128, 128, 455, 3"})
    void isTheConvolution(int in, int out, int images, int side) {
        INDArray x = random(images, side, side, in);
        INDArray weights = random(out, in, 3, 3);
        INDArray expected = Nd4j.create(DataType.FLOAT, images, side, side, out);
        INDArray y = expected.dup();
        ordinary(in, out).forward(x, weights, expected, ConvolutionKernel.UNKNOWN_VERSION);

        new WinogradConvolution().forward(x, weights, y);

        assertThat(expected.amaxNumber().doubleValue()).isGreaterThan(5);
        assertThat(y.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 64, 8", "64, 96, 16, 17", "80, 64, 13, 20", "128, 128, 455, 3"})
    void isItsGradientForTheInput(int in, int out, int images, int side) {
        INDArray x = random(images, side, side, in);
        INDArray weights = random(out, in, 3, 3);
        INDArray g = random(images, side, side, out);
        INDArray expected = Nd4j.create(DataType.FLOAT, x.shape());
        INDArray ofInput = expected.dup();
        ordinary(in, out).backward(x, weights, g, expected, weights.dup());

        new WinogradConvolution().toInput(g, weights, ofInput);

        assertThat(expected.amaxNumber().doubleValue()).isGreaterThan(5);
        assertThat(ofInput.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-4);
    }

    @Test
    void turnsKernelsByHalfATurn() {
        INDArray x = Nd4j.zeros(DataType.FLOAT, 1, 3, 3, 1);
        x.putScalar(new int[] {0, 1, 1, 0}, 1);
        INDArray weights =
                Nd4j.createFromArray(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}).reshape('c', new long[] {1, 1, 3, 3});
        INDArray y = Nd4j.zeros(DataType.FLOAT, 1, 3, 3, 1);

        new WinogradConvolution().forward(x, weights, y);

        // each neighbour of the only pixel sees it through the opposite weight
        assertThat(y.reshape('c', new long[] {9}).toFloatVector())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void isTakenForManyChannelsAndPixelsOfFloats() {
        INDArray weights = random(64, 64, 3, 3);
        assertThat(WinogradConvolution.pays(random(64, 8, 8, 64), weights)).isTrue();
        assertThat(WinogradConvolution.pays(random(63, 8, 8, 64), weights)).isFalse();
        assertThat(WinogradConvolution.pays(random(64, 8, 8, 32), random(64, 32, 3, 3)))
                .isFalse();
        assertThat(WinogradConvolution.pays(random(64, 8, 8, 64), random(64, 64, 1, 1)))
                .isFalse();
        assertThat(WinogradConvolution.pays(
                        random(64, 8, 8, 64).castTo(DataType.DOUBLE), weights.castTo(DataType.DOUBLE)))
                .isFalse();
    }
}
