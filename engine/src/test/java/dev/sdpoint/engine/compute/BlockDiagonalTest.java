package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Two bundles of two groups; each group has two inputs and one output, the kernel is 1×1. */
class BlockDiagonalTest {
    private static final Bundles BUNDLES = new Bundles(2, 2, 4, 2);
    private static final float[] OF_GROUPS = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final float[] OF_BUNDLES = {1, 2, 0, 0, 0, 0, 3, 4, 5, 6, 0, 0, 0, 0, 7, 8};

    @Test
    void expandsToZeroBetweenGroups() {
        INDArray wide = Nd4j.create(DataType.FLOAT, 4, 4, 1, 1).assign(-1);
        BlockDiagonal.expand(KernelsTest.array(OF_GROUPS, 4, 2, 1, 1), wide, BUNDLES);
        assertThat(KernelsTest.values(wide)).containsExactly(OF_BUNDLES);
    }

    @Test
    void extractsWhatIsOnTheDiagonal() {
        float[] noisy = OF_BUNDLES.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = noisy[i] == 0 ? 99 : noisy[i];
        }
        INDArray narrow = Nd4j.create(DataType.FLOAT, 4, 2, 1, 1).assign(-1);
        BlockDiagonal.extract(KernelsTest.array(noisy, 4, 4, 1, 1), narrow, BUNDLES);
        assertThat(KernelsTest.values(narrow)).containsExactly(OF_GROUPS);
    }
}
