package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.compute.Pooling.Windows;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.StridedWindows;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Pooling over any windows in both ways to compute, by hand. */
class PoolingTest {
    /** Rows of 4 to 3 have bins {0,1}, {1,2}, {2,3}; columns of 7 to 4 have {0,1}, {1,2,3}, {3,4,5}, {5,6}. */
    private static final Windows ADAPTIVE = new Windows(AdaptiveBins.of(4, 3), AdaptiveBins.of(7, 4));

    private static final float[] MAP = {
        1, 5, 2, 0, 3, 9, 4, //
        6, 0, 7, 2, 8, 1, 3, //
        4, 3, 7, 5, 0, 2, 6, //
        2, 9, 1, 8, 5, 5, 0
    };

    static Stream<Pooling> both() {
        return Stream.of(HostPooling.INSTANCE, PortablePooling.INSTANCE);
    }

    private static Windows square(AxisWindows axis) {
        return new Windows(axis, axis);
    }

    private static INDArray map(float[] values, AxisWindows rows, AxisWindows columns) {
        return KernelsTest.array(values, 1, rows.in(), columns.in(), 1);
    }

    private static float[] largest(Pooling pooling, float[] x, Windows windows) {
        INDArray y = room(windows);
        pooling.max(map(x, windows.rows(), windows.columns()), y, windows);
        return KernelsTest.values(y);
    }

    private static float[] mean(Pooling pooling, float[] x, Windows windows) {
        INDArray y = room(windows);
        pooling.average(y, windows, map(x, windows.rows(), windows.columns()));
        return KernelsTest.values(y);
    }

    private static INDArray room(Windows windows) {
        return Nd4j.create(
                DataType.FLOAT, 1, windows.rows().out(), windows.columns().out(), 1);
    }

    private static float[] gradientOfLargest(Pooling pooling, float[] x, float[] g, Windows windows) {
        INDArray in = map(x, windows.rows(), windows.columns());
        INDArray gradient =
                KernelsTest.array(g, 1, windows.rows().out(), windows.columns().out(), 1);
        INDArray dx = Nd4j.valueArrayOf(in.shape(), 99f, DataType.FLOAT);
        pooling.maxBackward(in, gradient, dx, windows);
        return KernelsTest.values(dx);
    }

    private static float[] gradientOfMean(Pooling pooling, float[] g, Windows windows) {
        INDArray gradient =
                KernelsTest.array(g, 1, windows.rows().out(), windows.columns().out(), 1);
        INDArray dx = Nd4j.valueArrayOf(
                new long[] {1, windows.rows().in(), windows.columns().in(), 1}, 99f, DataType.FLOAT);
        pooling.averageBackward(gradient, dx, windows);
        return KernelsTest.values(dx);
    }

    @ParameterizedTest
    @MethodSource("both")
    void adaptiveMaximumIsThatOfEachBin(Pooling pooling) {
        assertThat(largest(pooling, MAP, ADAPTIVE)).containsExactly(6, 7, 9, 9, 6, 7, 8, 6, 9, 9, 8, 6);
    }

    @ParameterizedTest
    @MethodSource("both")
    void gradientGoesToTheMaximumOfEachBinAndAddsUp(Pooling pooling) {
        float[] g = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        float[] expected = {
            0, 0, 0, 0, 0, 3 + 4, 0, //
            1 + 5, 0, 2 + 6, 0, 7, 0, 0, // the 7 of bin (1, 1) stands in row 1 and row 2: the first gets it
            0, 0, 0, 0, 0, 0, 8 + 12, //
            0, 9 + 10, 0, 11, 0, 0, 0
        };
        assertThat(gradientOfLargest(pooling, MAP, g, ADAPTIVE)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("both")
    void tiesGoToTheFirstRowByRow(Pooling pooling) {
        Windows halves = square(new StridedWindows(4, 2, 2, 0));
        float[] expected = {1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0};
        assertThat(gradientOfLargest(pooling, new float[16], new float[] {1, 2, 3, 4}, halves))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("both")
    void paddingIsNeverTheMaximum(Pooling pooling) {
        float[] below = new float[25];
        for (int i = 0; i < 25; i++) {
            below[i] = -1 - i;
        }
        // windows of 3 in steps of 2 from -1, cut off to {0,1}, {1,2,3}, {3,4}: the largest comes first
        Windows stem = square(new StridedWindows(5, 3, 2, 1));
        assertThat(largest(pooling, below, stem)).containsExactly(-1, -2, -4, -6, -7, -9, -16, -17, -19);
        float[] g = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        float[] expected = new float[25];
        expected[0] = 1;
        expected[1] = 2;
        expected[3] = 3;
        expected[5] = 4;
        expected[6] = 5;
        expected[8] = 6;
        expected[15] = 7;
        expected[16] = 8;
        expected[18] = 9;
        assertThat(gradientOfLargest(pooling, below, g, stem)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("both")
    void meanLeavesOutWhatNoWindowCovers(Pooling pooling) {
        float[] x = new float[25];
        for (int i = 0; i < 25; i++) {
            x[i] = i;
        }
        Windows halves = square(new StridedWindows(5, 2, 2, 0));
        assertThat(mean(pooling, x, halves)).containsExactly(3, 5, 13, 15);
        float[] expected = {
            1, 1, 2, 2, 0, //
            1, 1, 2, 2, 0, //
            3, 3, 4, 4, 0, //
            3, 3, 4, 4, 0, //
            0, 0, 0, 0, 0
        };
        assertThat(gradientOfMean(pooling, new float[] {4, 8, 12, 16}, halves)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("both")
    void meanOfAWindowThatIsCutOffCountsWhatIsThere(Pooling pooling) {
        Windows cut = square(new StridedWindows(3, 3, 2, 1)); // {0,1} and {1,2}
        assertThat(mean(pooling, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, cut)).containsExactly(3, 4, 6, 7);
        // the middle lies in all four windows
        assertThat(gradientOfMean(pooling, new float[] {4, 4, 4, 4}, cut)).containsExactly(1, 2, 1, 2, 4, 2, 1, 2, 1);
    }

    @ParameterizedTest
    @MethodSource("both")
    void kernelWiderThanTheMapCoversAllOfIt(Pooling pooling) {
        Windows one = square(new StridedWindows(1, 2, 2, 0));
        assertThat(largest(pooling, new float[] {-5}, one)).containsExactly(-5);
        assertThat(mean(pooling, new float[] {-5}, one)).containsExactly(-5);
        assertThat(gradientOfLargest(pooling, new float[] {-5}, new float[] {3}, one))
                .containsExactly(3);
        assertThat(gradientOfMean(pooling, new float[] {3}, one)).containsExactly(3);
    }

    @ParameterizedTest
    @MethodSource("both")
    void channelsAndImagesStayApart(Pooling pooling) {
        INDArray x = KernelsTest.array(new float[] {1, 40, 2, 30, 30, 2, 40, 1}, 2, 1, 2, 2);
        Windows whole = new Windows(AdaptiveBins.of(1, 1), AdaptiveBins.of(2, 1));
        INDArray y = Nd4j.create(DataType.FLOAT, 2, 1, 1, 2);
        pooling.max(x, y, whole);
        assertThat(KernelsTest.values(y)).containsExactly(2, 40, 40, 2);
        INDArray dx = Nd4j.create(DataType.FLOAT, 2, 1, 2, 2);
        pooling.maxBackward(x, KernelsTest.array(new float[] {5, 6, 7, 8}, 2, 1, 1, 2), dx, whole);
        assertThat(KernelsTest.values(dx)).containsExactly(0, 6, 5, 0, 0, 8, 7, 0);
        pooling.average(y, whole, x, x);
        assertThat(KernelsTest.values(y)).containsExactly(new float[] {3, 70, 70, 3}, within(1e-5f));
    }
}
