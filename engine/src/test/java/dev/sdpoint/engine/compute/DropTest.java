package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What dropout drops, and joining and parting channels, in both ways to compute. */
class DropTest {
    /** 24 tiles and a part of one: enough to be split over processors. */
    private static final int MANY = 24 * DropMask.TILE + 1000;

    static Stream<Kernels> both() {
        return KernelsTest.both();
    }

    private static float[] factors(Kernels kernels, int count, DropMask mask) {
        INDArray ones = Nd4j.ones(DataType.FLOAT, 1, 1, count, 1);
        kernels.drop(ones, mask);
        return KernelsTest.values(ones);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
    void dropsAtTheRateAndScalesTheOthersUp(double rate) {
        float[] factors = factors(HostKernels.INSTANCE, MANY, new DropMask(rate, 17));
        float kept = (float) (1 / (1 - rate));
        int dropped = 0;
        for (float factor : factors) {
            assertThat(factor == 0 || factor == kept).isTrue();
            dropped += factor == 0 ? 1 : 0;
        }
        // 4.5 standard deviations: one in 150,000 seeds
        assertThat((double) dropped / MANY).isCloseTo(rate, within(4.5 * Math.sqrt(rate * (1 - rate) / MANY)));
    }

    @Test
    void dropsNeighboursIndependently() {
        float[] factors = factors(HostKernels.INSTANCE, MANY, new DropMask(0.5, 3));
        for (int distance : new int[] {1, 2, 3, 4, 5, 16, DropMask.TILE}) {
            int both = 0;
            for (int i = distance; i < MANY; i++) {
                both += factors[i] == 0 && factors[i - distance] == 0 ? 1 : 0;
            }
            double share = (double) both / (MANY - distance);
            assertThat(share).as("both, %d apart", distance).isCloseTo(0.25, within(4.5 * Math.sqrt(0.1875 / MANY)));
        }
    }

    @Test
    void bothWaysDropTheSameHoweverTheWorkIsSplit() {
        for (int count : new int[] {1, 5, DropMask.TILE, DropMask.TILE + 1, MANY}) {
            DropMask mask = new DropMask(0.3, 5);
            float[] host = factors(HostKernels.INSTANCE, count, mask);
            assertThat(factors(PortableKernels.INSTANCE, count, mask)).containsExactly(host);
            // the same tiles one after another in this thread, the last first
            float[] alone = new float[count];
            Arrays.fill(alone, 1);
            for (int tile = (count - 1) / DropMask.TILE; tile >= 0; tile--) {
                int from = tile * DropMask.TILE;
                float[] values = Arrays.copyOfRange(alone, from, Math.min(count, from + DropMask.TILE));
                mask.apply(values, values.length, tile);
                System.arraycopy(values, 0, alone, from, values.length);
            }
            assertThat(host).containsExactly(alone);
        }
    }

    @Test
    void doublesDropWhatFloatsDrop() {
        DropMask mask = new DropMask(0.3, 5);
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, 1, 5000, 1);
        PortableKernels.INSTANCE.drop(ones, mask);
        assertThat(KernelsTest.values(ones)).containsExactly(factors(HostKernels.INSTANCE, 5000, mask));
    }

    @Test
    void anotherSeedDropsOthers() {
        float[] one = factors(HostKernels.INSTANCE, 1000, new DropMask(0.5, 1));
        assertThat(factors(HostKernels.INSTANCE, 1000, new DropMask(0.5, 1))).containsExactly(one);
        assertThat(factors(HostKernels.INSTANCE, 1000, new DropMask(0.5, 2))).isNotEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("both")
    void scalesWhatIsThere(Kernels kernels) {
        DropMask mask = new DropMask(0.75, 9);
        INDArray x = KernelsTest.array(new float[] {1, -2, 3, -4, 5, -6, 7, -8}, 1, 2, 2, 2);
        kernels.drop(x, mask);
        float[] factors = factors(kernels, 8, mask);
        assertThat(factors).contains(0, 4);
        for (int i = 0; i < 8; i++) {
            assertThat(KernelsTest.values(x)[i] + 0f).isEqualTo((i % 2 == 0 ? 1 : -1) * (i + 1) * factors[i] + 0f);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void channelsStandOneAfterAnother(Kernels kernels) {
        INDArray a = KernelsTest.array(new float[] {1, 2, 3, 4}, 2, 1, 1, 2);
        INDArray b = KernelsTest.array(new float[] {5, 6}, 2, 1, 1, 1);
        INDArray c = KernelsTest.array(new float[] {10, 20, 30, 40, 50, 60}, 2, 1, 1, 3);
        INDArray y = Nd4j.create(DataType.FLOAT, 2, 1, 1, 6);
        kernels.concatenate(new INDArray[] {a, b, c}, y);
        assertThat(KernelsTest.values(y)).containsExactly(1, 2, 5, 10, 20, 30, 3, 4, 6, 40, 50, 60);
    }

    @ParameterizedTest
    @MethodSource("both")
    void splittingTakesThemApartAgain(Kernels kernels) {
        INDArray g = KernelsTest.array(new float[] {1, 2, 5, 10, 20, 30, 3, 4, 6, 40, 50, 60}, 2, 1, 1, 6);
        INDArray[] parts = {
            Nd4j.create(DataType.FLOAT, 2, 1, 1, 2),
            Nd4j.create(DataType.FLOAT, 2, 1, 1, 1),
            Nd4j.create(DataType.FLOAT, 2, 1, 1, 3)
        };
        kernels.split(g, parts);
        assertThat(KernelsTest.values(parts[0])).containsExactly(1, 2, 3, 4);
        assertThat(KernelsTest.values(parts[1])).containsExactly(5, 6);
        assertThat(KernelsTest.values(parts[2])).containsExactly(10, 20, 30, 40, 50, 60);
    }
}
