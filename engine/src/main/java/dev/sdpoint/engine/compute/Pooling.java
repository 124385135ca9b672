package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling of maps {@code [image][row][column][channel]}, contiguous in 'c' order, over any windows. */
interface Pooling {
    /** Mean over each window of the sum of the terms, which are all of one shape. */
    void average(INDArray y, Windows windows, INDArray... terms);

    /** Gradient of {@link #average} for a term. */
    void averageBackward(INDArray g, INDArray dx, Windows windows);

    /** Largest value of each window. */
    void max(INDArray x, INDArray y, Windows windows);

    /** Gradient of {@link #max} for its input: it goes to the first of the largest values, row by row. */
    void maxBackward(INDArray x, INDArray g, INDArray dx, Windows windows);

    /** Windows along both axes. */
    record Windows(AxisWindows rows, AxisWindows columns) {
        /** One window over one pixel. */
        static final Windows NONE = new Windows(AdaptiveBins.of(1, 1), AdaptiveBins.of(1, 1));

        /** Adaptive bins from the sides of {@code x} to those of {@code y}. */
        static Windows adaptive(INDArray x, INDArray y) {
            return new Windows(AdaptiveBins.of((int) x.size(1), (int) y.size(1)), AdaptiveBins.of((int) x.size(2), (int)
                    y.size(2)));
        }
    }
}
