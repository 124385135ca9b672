package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.compute.Kernels.Affine;
import dev.sdpoint.engine.compute.Kernels.Affine3;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Both kinds of kernels by hand. */
class KernelsTest {
    private static final Offset<Float> ROUNDING = within(1e-5f);
    private static final Offset<Double> ROUNDING_OF_SUMS = within(1e-5);

    static Stream<Kernels> both() {
        return Stream.of(HostKernels.INSTANCE, PortableKernels.INSTANCE);
    }

    static INDArray array(float[] values, long... shape) {
        return Nd4j.createFromArray(values).reshape('c', shape);
    }

    static float[] values(INDArray array) {
        return array.dup('c').data().getFloatsAt(0, (int) array.length());
    }

    /** One image of 7 rows, 5 columns and one channel. */
    private static INDArray plane(float[] values) {
        return array(values, 1, 7, 5, 1);
    }

    @ParameterizedTest
    @MethodSource("both")
    void poolingAveragesEveryBin(Kernels kernels) {
        float[] x = new float[35];
        for (int i = 0; i < 35; i++) {
            x[i] = 10 * (i / 5) + i % 5;
        }
        INDArray y = Nd4j.create(DataType.FLOAT, 1, 4, 3, 1);
        kernels.pool(plane(x), y);
        // rows {0,1}, {1,2,3}, {3,4,5}, {5,6} average to 0.5, 2, 4, 5.5; columns {0,1}, {1,2,3}, {3,4} to 0.5, 2, 3.5
        assertThat(values(y))
                .containsExactly(
                        new float[] {5.5f, 7, 8.5f, 20.5f, 22, 23.5f, 40.5f, 42, 43.5f, 55.5f, 57, 58.5f}, ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("both")
    void inputUnderOverlappingBinsCountsInEach(Kernels kernels) {
        float[] x = new float[35];
        x[3 * 5 + 1] = 18;
        INDArray y = Nd4j.create(DataType.FLOAT, 1, 4, 3, 1);
        kernels.pool(plane(x), y);
        // row 3 lies in bins 1 and 2 of three rows, column 1 in bin 0 of two and bin 1 of three columns
        assertThat(values(y)).containsExactly(new float[] {0, 0, 0, 3, 2, 0, 3, 2, 0, 0, 0, 0}, ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("both")
    void gradientOfABinSpreadsEvenlyOverIt(Kernels kernels) {
        float[] g = new float[12];
        g[3] = 6; // bin 1 of rows {1,2,3}, bin 0 of columns {0,1}
        INDArray dx = plane(new float[35]).assign(99);
        kernels.poolBackward(array(g, 1, 4, 3, 1), dx);
        float[] expected = new float[35];
        for (int row = 1; row <= 3; row++) {
            expected[row * 5] = 1;
            expected[row * 5 + 1] = 1;
        }
        assertThat(values(dx)).containsExactly(expected, ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("both")
    void gradientsOfOverlappingBinsAddUp(Kernels kernels) {
        float[] g = new float[12];
        Arrays.fill(g, 1);
        INDArray dx = plane(new float[35]);
        kernels.poolBackward(array(g, 1, 4, 3, 1), dx);
        double[] ofRows = {1 / 2., 5 / 6., 1 / 3., 2 / 3., 1 / 3., 5 / 6., 1 / 2.};
        double[] ofColumns = {1 / 2., 5 / 6., 1 / 3., 5 / 6., 1 / 2.};
        float[] expected = new float[35];
        for (int i = 0; i < 35; i++) {
            expected[i] = (float) (ofRows[i / 5] * ofColumns[i % 5]);
        }
        assertThat(values(dx)).containsExactly(expected, ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("both")
    void addsBeforePooling(Kernels kernels) {
        INDArray a = array(new float[] {1, 10, 2, 20, 3, 30, 4, 40}, 1, 2, 2, 2);
        INDArray b = array(new float[] {5, 0, 5, 0, 5, 0, 9, 4}, 1, 2, 2, 2);
        INDArray pooled = Nd4j.create(DataType.FLOAT, 1, 1, 1, 2);
        kernels.addThenPool(a, b, pooled);
        assertThat(values(pooled)).containsExactly(new float[] {8.5f, 26}, ROUNDING);
        INDArray sum = Nd4j.create(DataType.FLOAT, 1, 2, 2, 2);
        kernels.add(a, b, sum);
        assertThat(values(sum)).containsExactly(6, 10, 7, 20, 8, 30, 13, 44);
        assertThat(values(a)).containsExactly(1, 10, 2, 20, 3, 30, 4, 40);
    }

    @ParameterizedTest
    @MethodSource("both")
    void momentsAreMeanAndBiasedVarianceOfEachChannel(Kernels kernels) {
        double[] mean = new double[2];
        double[] variance = new double[2];
        kernels.moments(array(new float[] {1, 5, 2, 5, 3, 5, 6, 5}, 2, 1, 2, 2), mean, variance);
        assertThat(mean).containsExactly(new double[] {3, 5}, ROUNDING_OF_SUMS);
        assertThat(variance).containsExactly(new double[] {3.5, 0}, ROUNDING_OF_SUMS); // (4 + 1 + 0 + 9) / 4
        assertThat(variance[1]).isNotNegative();
    }

    @ParameterizedTest
    @MethodSource("both")
    void scalesAndShiftsEachChannelThenCutsOffBelowZero(Kernels kernels) {
        INDArray x = array(new float[] {1, 1, -2, 2}, 1, 1, 2, 2);
        INDArray y = Nd4j.create(DataType.FLOAT, 1, 1, 2, 2);
        double[] scale = {2, -1};
        double[] shift = {0.5, 1.5};
        kernels.scaleShift(x, y, scale, shift, false);
        assertThat(values(y)).containsExactly(2.5f, 0.5f, -3.5f, -0.5f);
        kernels.scaleShift(x, y, scale, shift, true);
        assertThat(values(y)).containsExactly(new float[] {2.5f, 0.5f, 0, 0}, ROUNDING);
        assertThat(values(x)).containsExactly(1, 1, -2, 2);
    }

    @ParameterizedTest
    @MethodSource("both")
    void backwardSumsLeaveOutWhereReluWasOff(Kernels kernels) {
        // scaled: 1, −1, exactly 0 (off), 2
        INDArray x = array(new float[] {2, 0, 1, 3}, 1, 2, 2, 1);
        INDArray g = array(new float[] {10, 20, 30, 40}, 1, 2, 2, 1);
        double[] sumG = new double[1];
        double[] sumGx = new double[1];
        kernels.backwardSums(x, g, new double[] {1}, new double[] {-1}, true, sumG, sumGx);
        assertThat(sumG).containsExactly(50);
        assertThat(sumGx).containsExactly(140);
        kernels.backwardSums(x, g, new double[] {1}, new double[] {-1}, false, sumG, sumGx);
        assertThat(sumG).containsExactly(100);
        assertThat(sumGx).containsExactly(170);
        assertThat(values(g)).containsExactly(10, 20, 30, 40);
    }

    @ParameterizedTest
    @MethodSource("both")
    void backwardApplyMasksTheGradientAlone(Kernels kernels) {
        INDArray x = array(new float[] {2, 0, 1, 3}, 1, 2, 2, 1);
        INDArray g = array(new float[] {10, 20, 30, 40}, 1, 2, 2, 1);
        INDArray dx = Nd4j.create(DataType.FLOAT, 1, 2, 2, 1);
        Affine forward = new Affine(new double[] {1}, new double[] {-1});
        Affine3 back = new Affine3(new double[] {0.5}, new double[] {100}, new double[] {-3});
        kernels.backwardApply(x, g, dx, forward, true, back);
        assertThat(values(dx)).containsExactly(202, -3, 97, 317);
        kernels.backwardApply(x, g, dx, forward, false, back);
        assertThat(values(dx)).containsExactly(202, 7, 112, 317);
    }

    @Test
    void hostKernelsStartAtTheFirstElementOfAView() {
        INDArray whole = array(new float[] {9, 9, 9, 9, 1, 2, 3, 4, 9, 9, 9, 9}, 3, 1, 2, 2);
        INDArray second =
                whole.get(NDArrayIndex.interval(1, 2), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
        double[] mean = new double[2];
        HostKernels.INSTANCE.moments(second, mean, new double[2]);
        assertThat(mean).containsExactly(2, 3);
    }

    @Test
    void mapsOfOnePixelAreInOrder() {
        INDArray maps = array(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 1, 2);
        assertThat(Contiguous.of(maps)).isSameAs(maps);
        double[] mean = new double[2];
        HostKernels.INSTANCE.moments(maps, mean, new double[2]);
        assertThat(mean).containsExactly(3, 4);
    }

    @Test
    void hostKernelsRejectArraysThatAreNotInOrder() {
        INDArray turned = Nd4j.create(DataType.FLOAT, 2, 3, 4, 5).permute(0, 3, 1, 2);
        assertThatThrownBy(() -> HostKernels.buffer(turned))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not contiguous");
        assertThat(HostKernels.buffer(Contiguous.of(turned)).remaining()).isEqualTo(120);
    }

    @Test
    void doublesAndOtherDevicesTakeThePortableKernels() {
        assertThat(Kernels.forType(DataType.FLOAT, false)).isSameAs(HostKernels.INSTANCE);
        assertThat(Kernels.forType(DataType.FLOAT, true)).isSameAs(PortableKernels.INSTANCE);
        assertThat(Kernels.forType(DataType.DOUBLE, false)).isSameAs(PortableKernels.INSTANCE);
    }
}
