package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes maps {@code [image][row][column][channel]} apart into slices of neighbouring channels, {@code
 * [slice][image][row][column][channel of the slice]}, and puts them together again. All arrays are contiguous in 'c' order.
 */
interface ChannelSlices {
    /** Copies maps into slices. */
    void split(INDArray maps, INDArray slices);

    /** Copies slices into maps. */
    void join(INDArray slices, INDArray maps);
}
