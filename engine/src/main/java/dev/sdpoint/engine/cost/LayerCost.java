package dev.sdpoint.engine.cost;

/**
 * Floating-point operations of one layer for one image, multiply and add counted separately.
 *
 * @param layer name of the layer in the plan
 * @param block block the layer belongs to: 0 a stem without a point, 1 … N blocks, N + 1 last stage, beyond it early exits
 * @param kind what is counted
 * @param flops operations, not negative
 * @param side side of the output feature map
 */
public record LayerCost(String layer, int block, Kind kind, long flops, int side) {
    /** What is counted; a layer may give several entries. */
    public enum Kind {
        CONVOLUTION,
        BATCH_NORM,
        RELU,
        RESIDUAL_ADD,
        DOWNSAMPLING,
        POOL,
        LINEAR
    }
}
