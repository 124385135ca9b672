package dev.sdpoint.engine.data;

/**
 * The generator of Steele, Lea and Flood (2014), <em>Fast Splittable Pseudorandom Number Generators</em>, written out here so
 * that the same seed gives the same batches on every Java, now and later. Not for use by several threads.
 */
final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long LOW_32_BITS = 0xFFFF_FFFFL;

    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    /** Returns a seed for the stream with this number; streams of one seed and seeds that are close are unrelated. */
    static long seedOf(long seed, long stream) {
        return mix(mix(seed + GOLDEN_GAMMA) ^ mix(~stream * GOLDEN_GAMMA));
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Returns 0 to {@code bound - 1}, all equally likely (Lemire 2019, Fast Random Integer Generation in an Interval). */
    int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + " must be 1 or more.");
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & LOW_32_BITS) < bound) {
            long rejected = (1L << 32) % bound;
            while ((product & LOW_32_BITS) < rejected) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    boolean nextBoolean() {
        return nextLong() < 0;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
