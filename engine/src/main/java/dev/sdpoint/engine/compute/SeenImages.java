package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.BilinearResize;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images as instances of a network see them: at the network's side, or resized to a smaller one.
 *
 * @param type of the values of the network
 */
record SeenImages(NetworkPlan plan, DataType type) {
    /**
     * Images as a network takes them, in no workspace that happens to be open: the caller closes them.
     *
     * @param images {@code [image][row][column][channel]} at the network's side
     * @throws IllegalArgumentException if there are not as many values
     */
    INDArray of(float[] images, int count, Instance instance) {
        int side = plan.side();
        int expected = count * side * side * plan.channels();
        if (count < 1 || images.length != expected) {
            throw new IllegalArgumentException(
                    count + " images of side " + side + " are " + expected + " values, not " + images.length);
        }
        int size = plan.inputSide(instance);
        float[] values = size == side ? images : BilinearResize.of(side, size).apply(images, count);
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return Nd4j.createFromArray(values)
                    .reshape('c', new long[] {count, size, size, plan.channels()})
                    .castTo(type);
        }
    }
}
