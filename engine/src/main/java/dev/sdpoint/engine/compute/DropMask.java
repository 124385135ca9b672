package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.SplitMix64;

/**
 * Factors of dropout: 0 with the rate's probability (to 1/65,536), else {@code 1 / (1 − rate)}. They are drawn tile by tile, so
 * that they do not depend on how the work is split.
 *
 * @param rate in (0, 1)
 * @param seed of all factors
 */
record DropMask(double rate, long seed) {
    /** Values of a tile. */
    static final int TILE = 4096;

    private static final int BITS = 16;
    private static final int RANGE = 1 << BITS;

    /** Multiplies the values of tile {@code tile} by their factors. */
    void apply(float[] values, int count, long tile) {
        SplitMix64 random = SplitMix64.at(seed, 0, tile);
        int dropped = (int) Math.round(rate * RANGE);
        float kept = (float) (1 / (1 - rate));
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = i % (Long.SIZE / BITS) == 0 ? random.nextLong() : bits >>> BITS;
            values[i] *= (bits & (RANGE - 1)) < dropped ? 0 : kept;
        }
    }
}
