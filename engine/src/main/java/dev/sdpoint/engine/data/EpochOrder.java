package dev.sdpoint.engine.data;

import dev.sdpoint.engine.sdpoint.SplitMix64;

/** The order in which the images of an epoch are visited, as a pure function of seed and epoch. */
public final class EpochOrder {
    private EpochOrder() {}

    /**
     * Returns a permutation of {@code 0 .. size - 1}, every one equally likely (Fisher–Yates with SplitMix64).
     *
     * @param size number of images, 0 or more
     * @param seed of the run; the same seed and epoch give the same order on every machine
     * @param epoch 0 or more
     * @throws IllegalArgumentException if size or epoch is negative
     */
    public static int[] of(int size, long seed, int epoch) {
        if (size < 0 || epoch < 0) {
            throw new IllegalArgumentException("size " + size + " and epoch " + epoch + " must be 0 or more.");
        }
        int[] order = new int[size];
        SplitMix64 random = new SplitMix64(SplitMix64.seedOf(seed, epoch));
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
