package dev.sdpoint.engine.network;

import java.util.List;

/** How a family of networks is made: a stem, stages of like blocks, a head. Adds layers to a plan that is being built. */
interface Stages {
    /** Number of blocks of each stage. */
    List<Integer> blocks();

    /** Adds the stem; returns its last layer. */
    String stem(PlanBuilder plan);

    /**
     * Adds a block; returns its last layer.
     *
     * @param input last layer before it
     * @param stage 0-based
     * @param first whether it is the first of its stage, which changes side and channels
     * @param point downsampling point at its end, 1-based; 0 for none
     * @param survival probability of its residual branch in training; ignored where there is none
     */
    String block(PlanBuilder plan, String input, int stage, boolean first, int point, double survival);

    /** Adds what follows the last block up to the global average pool; returns its last layer. */
    String head(PlanBuilder plan, String input);
}
