package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.network.LayerSpec;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** One grouped convolution by hand, against a dense one with block-diagonal weights, and against differences. */
class GroupedConvolutionTest {
    private final Random random = new Random(31);

    private INDArray noise(DataType type, long... shape) {
        INDArray array = Nd4j.create(type, shape);
        double[] values = random.doubles(array.length(), -1, 1).toArray();
        return array.assign(Nd4j.createFromArray(values).reshape('c', shape).castTo(type));
    }

    private static LayerSpec.Convolution spec(int in, int out, int kernel, int stride, int padding, int groups) {
        return new LayerSpec.Convolution("grouped", 1, "input", in, out, kernel, stride, padding, groups);
    }

    /** Zero where input and output belong to different groups: {@code [out][in][kernel][kernel]}. */
    private static INDArray blockDiagonal(INDArray weights, int groups) {
        long out = weights.size(0);
        long inOfGroup = weights.size(1);
        INDArray dense = Nd4j.zeros(weights.dataType(), out, inOfGroup * groups, weights.size(2), weights.size(3));
        for (long o = 0; o < out; o++) {
            long first = o / (out / groups) * inOfGroup;
            dense.get(NDArrayIndex.point(o), NDArrayIndex.interval(first, first + inOfGroup))
                    .assign(weights.get(NDArrayIndex.point(o)));
        }
        return dense;
    }

    private static INDArray diagonalBlocks(INDArray dense, int groups) {
        long out = dense.size(0);
        long inOfGroup = dense.size(1) / groups;
        INDArray weights = Nd4j.create(dense.dataType(), out, inOfGroup, dense.size(2), dense.size(3));
        for (long o = 0; o < out; o++) {
            long first = o / (out / groups) * inOfGroup;
            weights.get(NDArrayIndex.point(o))
                    .assign(dense.get(NDArrayIndex.point(o), NDArrayIndex.interval(first, first + inOfGroup)));
        }
        return weights;
    }

    private static void assertClose(INDArray found, INDArray expected, double tolerance) {
        assertThat(found.shape()).containsExactly(expected.shape());
        float[] mine = KernelsTest.values(found);
        float[] wanted = KernelsTest.values(expected);
        double largest = 0;
        for (int i = 0; i < mine.length; i++) {
            double difference = Math.abs(mine[i] - wanted[i]);
            largest = Math.max(largest, difference); // NaN if one is
        }
        assertThat(largest).isLessThanOrEqualTo(tolerance);
    }

    /** Largest magnitude times a relative rounding: sums over many pixels grow. */
    private static double tolerance(INDArray expected) {
        return 1e-5 * Math.max(1, expected.amaxNumber().doubleValue());
    }

    @Test
    void everyGroupReadsItsOwnChannels() {
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(4, 2, 1, 1, 0, 2)), DataType.FLOAT);
        // first output reads channels 0 and 1, second output channels 2 and 3
        layer.setWeights(KernelsTest.array(new float[] {1, 10, 2, -1}, 2, 2, 1, 1));
        INDArray x = KernelsTest.array(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 1, 2, 4);
        assertThat(KernelsTest.values(layer.forward(x))).containsExactly(21, 2, 65, 6);
        INDArray ofInput = layer.backward(KernelsTest.array(new float[] {1, 2, 3, 4}, 1, 1, 2, 2));
        assertThat(KernelsTest.values(ofInput)).containsExactly(1, 10, 4, -2, 3, 30, 8, -4);
        // 1 · 1 + 3 · 5, 1 · 2 + 3 · 6, 2 · 3 + 4 · 7, 2 · 4 + 4 · 8
        assertThat(KernelsTest.values(layer.weightGradient())).containsExactly(16, 20, 34, 40);
    }

    @Test
    void windowMovesByTheStrideOverZeroPadding() {
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(2, 2, 3, 2, 1, 2)), DataType.FLOAT);
        INDArray weights = Nd4j.zeros(DataType.FLOAT, 2, 1, 3, 3);
        weights.putScalar(new int[] {0, 0, 1, 1}, 1); // the pixel under the centre
        weights.putScalar(new int[] {1, 0, 0, 2}, 1); // the pixel above and to the right
        layer.setWeights(weights);
        // 3×3 pixels; channel 0 counts 1 … 9, channel 1 is ten times that
        float[] x = new float[18];
        for (int p = 0; p < 9; p++) {
            x[2 * p] = p + 1;
            x[2 * p + 1] = 10 * (p + 1);
        }
        INDArray y = layer.forward(KernelsTest.array(x, 1, 3, 3, 2));
        assertThat(y.shape()).containsExactly(1, 2, 2, 2);
        // centres are the corners 1, 3, 7, 9; above and to the right of 7 is 5, of the others nothing
        assertThat(KernelsTest.values(y)).containsExactly(1, 0, 3, 0, 7, 50, 9, 0);
        INDArray ofInput = layer.backward(KernelsTest.array(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 2, 2, 2));
        assertThat(KernelsTest.values(ofInput)).containsExactly(1, 0, 0, 0, 3, 0, 0, 0, 0, 6, 0, 0, 5, 0, 0, 0, 7, 0);
        INDArray gradient = layer.weightGradient();
        assertThat(gradient.getFloat(0, 0, 1, 1)).isEqualTo(1 * 1 + 3 * 3 + 5 * 7 + 7 * 9);
        assertThat(gradient.getFloat(1, 0, 0, 2)).isEqualTo(6 * 50);
    }

    static Stream<Arguments> cases() {
        // images, side, in, out, groups, kernel, stride, padding
        return Stream.of(
                Arguments.of(2, 7, 6, 4, 1, 3, 1, 1),
                Arguments.of(2, 9, 8, 12, 2, 3, 2, 1),
                Arguments.of(3, 5, 64, 64, 2, 3, 1, 1),
                Arguments.of(1, 8, 64, 64, 4, 3, 2, 1),
                Arguments.of(2, 7, 128, 128, 32, 3, 1, 1),
                Arguments.of(2, 7, 128, 256, 32, 3, 2, 1),
                Arguments.of(1, 1, 128, 128, 32, 3, 1, 1),
                Arguments.of(5, 1, 32, 64, 4, 1, 1, 0),
                Arguments.of(3, 6, 48, 48, 4, 1, 2, 0),
                Arguments.of(2, 11, 32, 32, 32, 5, 1, 2),
                Arguments.of(2, 6, 54, 81, 27, 3, 1, 1),
                // several parts of the batch, of unequal length
                Arguments.of(5, 70, 32, 32, 8, 3, 1, 1),
                Arguments.of(5, 71, 32, 32, 2, 3, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsADenseConvolutionWithBlockDiagonalWeights(
            int images, int side, int in, int out, int groups, int kernel, int stride, int padding) {
        LayerSpec.Convolution spec = spec(in, out, kernel, stride, padding, groups);
        LoneLayer dense = new LoneLayer(new NhwcConvolution(spec(in, out, kernel, stride, padding, 1)), DataType.FLOAT);
        INDArray weights = noise(DataType.FLOAT, out, in / groups, kernel, kernel);
        dense.setWeights(blockDiagonal(weights, groups));
        INDArray x = noise(DataType.FLOAT, images, side, side, in);
        INDArray y = dense.forward(x);
        INDArray g = noise(DataType.FLOAT, y.shape());
        INDArray ofInput = dense.backward(g);
        INDArray ofWeights = diagonalBlocks(dense.weightGradient(), groups);
        for (boolean portable : new boolean[] {true, false}) {
            LoneLayer layer = new LoneLayer(new NhwcConvolution(spec, null, portable), DataType.FLOAT);
            layer.setWeights(weights);
            assertClose(layer.forward(x), y, tolerance(y));
            assertClose(layer.backward(g), ofInput, tolerance(ofInput));
            assertClose(layer.weightGradient(), ofWeights, tolerance(ofWeights));
            // a second batch replaces the gradient of the first
            layer.forward(x);
            layer.backward(g.mul(2));
            assertClose(layer.weightGradient(), ofWeights.mul(2), 2 * tolerance(ofWeights));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 8, 2, 1", "32, 64, 8, 2", "40, 40, 1, 1"})
    void gradientsAreTheSlopesInDouble(int in, int out, int groups, int stride) {
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(in, out, 3, stride, 1, groups)), DataType.DOUBLE);
        INDArray weights = noise(DataType.DOUBLE, out, in / groups, 3, 3);
        layer.setWeights(weights);
        INDArray x = noise(DataType.DOUBLE, 2, 5, 5, in);
        INDArray g = noise(DataType.DOUBLE, layer.forward(x).shape());
        INDArray ofInput = layer.backward(g);
        INDArray ofWeights = layer.weightGradient();
        INDArray alongX = noise(DataType.DOUBLE, x.shape());
        INDArray alongW = noise(DataType.DOUBLE, weights.shape());
        double step = 1e-4;
        double slopeOfX =
                dot(layer.forward(x.add(alongX.mul(step))), g) - dot(layer.forward(x.sub(alongX.mul(step))), g);
        assertThat(dot(ofInput, alongX)).isNotZero().isCloseTo(slopeOfX / (2 * step), within(1e-7));
        layer.setWeights(weights.add(alongW.mul(step)));
        double up = dot(layer.forward(x), g);
        layer.setWeights(weights.sub(alongW.mul(step)));
        double down = dot(layer.forward(x), g);
        assertThat(dot(ofWeights, alongW)).isNotZero().isCloseTo((up - down) / (2 * step), within(1e-7));
    }

    private static double dot(INDArray a, INDArray b) {
        return a.mul(b).sumNumber().doubleValue();
    }

    @Test
    void threadsDoNotChangeTheResult() {
        NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        int threads = operations.ompGetMaxThreads();
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(128, 128, 3, 1, 1, 32)), DataType.FLOAT);
        layer.setWeights(noise(DataType.FLOAT, 128, 4, 3, 3));
        INDArray x = noise(DataType.FLOAT, 4, 20, 20, 128);
        INDArray g = noise(DataType.FLOAT, x.shape());
        try {
            operations.setOmpNumThreads(1);
            INDArray y = layer.forward(x);
            INDArray ofInput = layer.backward(g);
            INDArray ofWeights = layer.weightGradient();
            for (int many : new int[] {2, 3, 4}) {
                operations.setOmpNumThreads(many);
                assertClose(layer.forward(x), y, 1e-6);
                assertClose(layer.backward(g), ofInput, 1e-6);
                assertClose(layer.weightGradient(), ofWeights, tolerance(ofWeights));
            }
        } finally {
            operations.setOmpNumThreads(threads);
        }
    }

    @Test
    void sameInputGivesTheSameBits() {
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(128, 128, 3, 1, 1, 32)), DataType.FLOAT);
        layer.setWeights(noise(DataType.FLOAT, 128, 4, 3, 3));
        INDArray x = noise(DataType.FLOAT, 5, 70, 70, 128);
        INDArray g = noise(DataType.FLOAT, x.shape());
        INDArray y = layer.forward(x);
        INDArray ofInput = layer.backward(g);
        INDArray ofWeights = layer.weightGradient();
        for (int again = 0; again < 5; again++) {
            assertClose(layer.forward(x), y, 0);
            assertClose(layer.backward(g), ofInput, 0);
            assertClose(layer.weightGradient(), ofWeights, 0);
        }
    }

    @Test
    void imagesOfABatchDoNotMix() {
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(64, 64, 3, 1, 1, 8)), DataType.FLOAT);
        layer.setWeights(noise(DataType.FLOAT, 64, 8, 3, 3));
        INDArray x = noise(DataType.FLOAT, 3, 7, 7, 64);
        INDArray all = layer.forward(x);
        for (int image = 0; image < 3; image++) {
            INDArrayIndex one = NDArrayIndex.interval(image, image + 1);
            assertClose(layer.forward(x.get(one).dup('c')), all.get(one), 1e-5);
        }
    }

    @Test
    void takesMapsThatAreNotInOrder() {
        LoneLayer layer = new LoneLayer(new NhwcConvolution(spec(64, 64, 3, 1, 1, 8)), DataType.FLOAT);
        layer.setWeights(noise(DataType.FLOAT, 64, 8, 3, 3));
        INDArray turned = noise(DataType.FLOAT, 2, 64, 5, 5).permute(0, 2, 3, 1);
        INDArray y = layer.forward(turned);
        INDArray ofInput = layer.backward(turned);
        assertClose(layer.forward(turned.dup('c')), y, 0);
        assertClose(layer.backward(turned.dup('c')), ofInput, 0);
    }

    @Test
    void rejectsGroupsThatDoNotDivideTheChannels() {
        assertThatThrownBy(() -> Bundles.of(3, 64, 64, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not divide into 3 groups");
    }
}
