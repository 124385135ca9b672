package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Plain ND4J operations, for any type and device. Stateless. */
final class PortableSlices implements ChannelSlices {
    static final PortableSlices INSTANCE = new PortableSlices();

    private PortableSlices() {}

    @Override
    public void split(INDArray maps, INDArray slices) {
        slices.assign(apart(maps, slices).permute(3, 0, 1, 2, 4));
    }

    @Override
    public void join(INDArray slices, INDArray maps) {
        apart(maps, slices).assign(slices.permute(1, 2, 3, 0, 4));
    }

    /** A view of maps as {@code [image][row][column][slice][channel of the slice]}. */
    private static INDArray apart(INDArray maps, INDArray slices) {
        long[] shape = {maps.size(0), maps.size(1), maps.size(2), slices.size(0), slices.size(4)};
        return maps.reshape('c', shape);
    }
}
