package dev.sdpoint.engine.sdpoint;

/**
 * A generator whose every value is a pure function of a seed and a position (Steele, Lea and Flood, 2014), so that a resumed
 * run draws what one that was never stopped would have drawn, without any stored state. Not thread-safe.
 */
public final class SplitMix64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    /** An independent generator for item {@code position} of the stream called {@code stream} under a seed. */
    public static SplitMix64 at(long seed, long stream, long position) {
        return new SplitMix64(mix(mix(mix(seed + GAMMA) + stream * GAMMA) + position * GAMMA));
    }

    /** 64 uniform bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /**
     * Uniform in {@code [0, bound)}, without modulo bias.
     *
     * @throws IllegalArgumentException if bound is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + " is below 1");
        }
        long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        while (true) {
            long bits = nextLong() >>> 1;
            if (bits < limit) {
                return (int) (bits % bound);
            }
        }
    }

    /** Uniform in [0, 1) with 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
