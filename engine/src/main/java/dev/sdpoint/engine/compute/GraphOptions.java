package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * How a graph computes.
 *
 * @param type of parameters and activations
 * @param portable plain ND4J operations instead of the fused kernels over host memory
 * @param relu whether activations are on; off only to check gradients, where ReLU's kinks would flip
 */
record GraphOptions(DataType type, boolean portable, boolean relu) {
    /** Floats and fused kernels. */
    static final GraphOptions FAST = new GraphOptions(DataType.FLOAT, false, true);
}
