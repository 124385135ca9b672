package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes maps {@code [image][row][column][channel]} apart into slices of neighbouring channels, {@code
 * [slice][image][row][column][channel of the slice]}, and puts them together again. All arrays are contiguous in 'c' order.
 */
final class ChannelSlices {
    private ChannelSlices() {}

    /** Copies maps into slices, in the order of the maps: in that of the slices it takes up to seven times as long. */
    static void split(INDArray maps, INDArray slices) {
        inOrderOfMaps(slices).assign(apart(maps, slices));
    }

    /** Copies slices into maps. */
    static void join(INDArray slices, INDArray maps) {
        apart(maps, slices).assign(inOrderOfMaps(slices));
    }

    private static INDArray inOrderOfMaps(INDArray slices) {
        return slices.permute(1, 2, 3, 0, 4);
    }

    /** A view of maps as {@code [image][row][column][slice][channel of the slice]}. */
    private static INDArray apart(INDArray maps, INDArray slices) {
        long[] shape = {maps.size(0), maps.size(1), maps.size(2), slices.size(0), slices.size(4)};
        return maps.reshape('c', true, shape);
    }
}
