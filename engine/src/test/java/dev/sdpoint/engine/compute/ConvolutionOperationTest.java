package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.LayerSpec;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ConvolutionOperationTest {
    private static final LayerSpec.Convolution SPEC = new LayerSpec.Convolution("c", 1, "input", 2, 3, 3, 2, 1, 1);
    private static final long VALUES_OF_AN_IMAGE = 8 * 8 * 2;

    private final INDArray x;
    private final INDArray weights;
    private final INDArray g;

    ConvolutionOperationTest() {
        Nd4j.getRandom().setSeed(7);
        x = Nd4j.rand(DataType.DOUBLE, 5, 8, 8, 2);
        weights = Nd4j.rand(DataType.DOUBLE, 3, 2, 3, 3);
        g = Nd4j.rand(DataType.DOUBLE, 5, 4, 4, 3);
    }

    @Test
    void backwardByPartsOfTheBatchIsBackwardOfTheWhole() {
        INDArray[] whole = backward(Long.MAX_VALUE);
        // 2 + 3 images, and an image a call even where that is more than asked for
        INDArray[] twoParts = backward(4 * VALUES_OF_AN_IMAGE);
        INDArray[] single = backward(1);

        assertThat(largestDifference(twoParts, whole)).isLessThan(1e-12);
        assertThat(largestDifference(single, whole)).isLessThan(1e-12);
        assertThat(whole[1].amaxNumber().doubleValue()).isGreaterThan(1);
    }

    private INDArray[] backward(long valuesACall) {
        INDArray ofX = Nd4j.create(DataType.DOUBLE, x.shape());
        INDArray ofWeights = Nd4j.create(DataType.DOUBLE, weights.shape());
        new ConvolutionOperation(SPEC, false, valuesACall).backward(x, weights, g, ofX, ofWeights);
        return new INDArray[] {ofX, ofWeights};
    }

    private static double largestDifference(INDArray[] a, INDArray[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, a[i].sub(b[i]).amaxNumber().doubleValue());
        }
        return largest;
    }
}
