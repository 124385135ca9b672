package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.compute.Kernels.Affine;
import dev.sdpoint.engine.compute.Kernels.Affine3;
import dev.sdpoint.engine.compute.Pooling.Windows;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.StridedWindows;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The fused kernels against the portable ones, which a GPU would run: sizes below and above what is split over processors,
 * channels that do not divide a block, and more channels than a block holds.
 */
class KernelsAgreementTest {
    private static final Kernels HOST = HostKernels.INSTANCE;
    private static final Kernels PORTABLE = PortableKernels.INSTANCE;

    private final Random random = new Random(4);

    private INDArray noise(long... shape) {
        INDArray array = Nd4j.create(DataType.FLOAT, shape);
        float[] values = new float[(int) array.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return KernelsTest.array(values, shape);
    }

    private double[] coefficients(int channels) {
        return random.doubles(channels, -1, 1).toArray();
    }

    private static INDArray like(INDArray x) {
        return Nd4j.create(DataType.FLOAT, x.shape());
    }

    private static void assertEqual(INDArray host, INDArray portable) {
        assertThat(KernelsTest.values(host)).containsExactly(KernelsTest.values(portable), within(2e-5f));
    }

    private static void assertSums(double[] host, double[] portable, double scale) {
        assertThat(host).containsExactly(portable, within(1e-5 * scale));
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 5, 7", "4, 16, 16, 64", "3, 2, 2, 5000", "5, 1, 1, 16"})
    void agreeOnNormalization(int images, int height, int width, int channels) {
        INDArray x = noise(images, height, width, channels);
        INDArray g = noise(images, height, width, channels);
        double rows = images * height * width;
        double[][] sums = new double[8][channels];
        HOST.moments(x, sums[0], sums[1]);
        PORTABLE.moments(x, sums[2], sums[3]);
        assertSums(sums[0], sums[2], 1);
        assertSums(sums[1], sums[3], 1);
        Affine affine = new Affine(coefficients(channels), coefficients(channels));
        Affine3 back = new Affine3(coefficients(channels), coefficients(channels), coefficients(channels));
        for (boolean relu : new boolean[] {true, false}) {
            INDArray host = like(x);
            INDArray portable = like(x);
            HOST.scaleShift(x, host, affine.scale(), affine.shift(), relu);
            PORTABLE.scaleShift(x, portable, affine.scale(), affine.shift(), relu);
            assertEqual(host, portable);
            HOST.backwardSums(x, g, affine.scale(), affine.shift(), relu, sums[4], sums[5]);
            PORTABLE.backwardSums(x, g, affine.scale(), affine.shift(), relu, sums[6], sums[7]);
            assertSums(sums[4], sums[6], rows);
            assertSums(sums[5], sums[7], rows);
            HOST.backwardApply(x, g, host, affine, relu, back);
            PORTABLE.backwardApply(x, g, portable, affine, relu, back);
            assertEqual(host, portable);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 4, 3", "3, 5, 3, 7", "2, 13, 10, 5", "4, 32, 24, 16", "4, 32, 16, 16", "1, 6, 6, 2", "2, 9, 1, 4"
    })
    void agreeOnPooling(int images, int side, int pooledSide, int channels) {
        INDArray a = noise(images, side, side, channels);
        INDArray b = noise(images, side, side, channels);
        INDArray host = Nd4j.create(DataType.FLOAT, images, pooledSide, pooledSide, channels);
        INDArray portable = like(host);
        HOST.pool(a, host);
        PORTABLE.pool(a, portable);
        assertEqual(host, portable);
        HOST.addThenPool(a, b, host);
        PORTABLE.addThenPool(a, b, portable);
        assertEqual(host, portable);
        INDArray g = noise(images, pooledSide, pooledSide, channels);
        INDArray hostGradient = like(a);
        INDArray portableGradient = like(a);
        HOST.poolBackward(g, hostGradient);
        PORTABLE.poolBackward(g, portableGradient);
        assertEqual(hostGradient, portableGradient);
    }

    /** Windows of an axis: {@code 9>4} for adaptive bins, {@code 9:3/2/1} for kernel, stride and padding. */
    private static AxisWindows axis(String text) {
        int[] n = Arrays.stream(text.split("[>:/]")).mapToInt(Integer::parseInt).toArray();
        return n.length == 2 ? AdaptiveBins.of(n[0], n[1]) : new StridedWindows(n[0], n[1], n[2], n[3]);
    }

    /** Few different values, so that windows have several largest ones; no negative zero. */
    private INDArray coarseNoise(long... shape) {
        return Transforms.round(noise(shape).muli(2), false).divi(2).addi(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 7>4, 4>3, 3",
        "3, 7:3/2/1, 7:3/2/1, 5",
        "1, 5:2/2/0, 8:2/2/0, 1",
        "3, 1:2/2/0, 1>1, 5",
        "4, 32:3/2/1, 32>12, 16",
        "2, 13>10, 13:3/2/1, 5",
        "1, 112:3/2/1, 9:3/1/1, 2"
    })
    void agreeOnPoolingOverAnyWindows(int images, String rows, String columns, int channels) {
        Windows windows = new Windows(axis(rows), axis(columns));
        INDArray x = coarseNoise(images, windows.rows().in(), windows.columns().in(), channels);
        long[] pooled = {images, windows.rows().out(), windows.columns().out(), channels};
        INDArray g = noise(pooled);
        INDArray host = Nd4j.create(DataType.FLOAT, pooled);
        INDArray portable = like(host);
        HOST.pooling().max(x, host, windows);
        PORTABLE.pooling().max(x, portable, windows);
        assertThat(KernelsTest.values(host)).containsExactly(KernelsTest.values(portable));
        HOST.pooling().average(host, windows, x, x);
        PORTABLE.pooling().average(portable, windows, x, x);
        assertEqual(host, portable);
        INDArray hostGradient = like(x);
        INDArray portableGradient = like(x);
        HOST.pooling().maxBackward(x, g, hostGradient, windows);
        PORTABLE.pooling().maxBackward(x, g, portableGradient, windows);
        assertEqual(hostGradient, portableGradient);
        HOST.pooling().averageBackward(g, hostGradient, windows);
        PORTABLE.pooling().averageBackward(g, portableGradient, windows);
        assertEqual(hostGradient, portableGradient);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 5, 7", "4, 16, 24, 64", "3, 1, 4095, 2", "1, 1, 1, 1"})
    void agreeOnConcatenation(int images, int side, int first, int second) {
        INDArray[] parts = {noise(images, side, side, first), noise(images, side, side, second)};
        INDArray host = Nd4j.create(DataType.FLOAT, images, side, side, first + second);
        INDArray portable = like(host);
        HOST.concatenate(parts, host);
        PORTABLE.concatenate(parts, portable);
        assertThat(KernelsTest.values(host)).containsExactly(KernelsTest.values(portable));
        for (Kernels kernels : new Kernels[] {HOST, PORTABLE}) {
            INDArray[] apart = {like(parts[0]), like(parts[1])};
            kernels.split(host, apart);
            assertThat(KernelsTest.values(apart[0])).containsExactly(KernelsTest.values(parts[0]));
            assertThat(KernelsTest.values(apart[1])).containsExactly(KernelsTest.values(parts[1]));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 4, 3", "4, 32, 24, 16", "2, 13, 10, 5", "1, 6, 3, 2"})
    void poolingASumHasTheBitsOfSummingThenPooling(int images, int side, int pooledSide, int channels) {
        INDArray a = noise(images, side, side, channels);
        INDArray b = noise(images, side, side, channels);
        for (Kernels kernels : new Kernels[] {HOST, PORTABLE}) {
            INDArray atOnce = Nd4j.create(DataType.FLOAT, images, pooledSide, pooledSide, channels);
            INDArray inTurn = like(atOnce);
            INDArray sum = like(a);
            kernels.addThenPool(a, b, atOnce);
            kernels.add(a, b, sum);
            kernels.pool(sum, inTurn);
            assertThat(KernelsTest.values(atOnce)).containsExactly(KernelsTest.values(inTurn));
        }
    }
}
