package dev.sdpoint.engine.sdpoint;

/**
 * The generator of Steele, Lea and Flood (2014), <em>Fast Splittable Pseudorandom Number Generators</em>, the one source of
 * chance in this program. Written out here, and seeded by a pure function of a run's seed and a position, so that a resumed run
 * draws what one that was never stopped would have drawn, on every Java, without any stored state. Not thread-safe.
 */
public final class SplitMix64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long LOW_32_BITS = 0xFFFF_FFFFL;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    /** An independent generator for item {@code position} of the stream called {@code stream} under a seed. */
    public static SplitMix64 at(long seed, long stream, long position) {
        return new SplitMix64(mix(mix(mix(seed + GAMMA) + stream * GAMMA) + position * GAMMA));
    }

    /** A seed for the stream with this number; streams of one seed and seeds that are close are unrelated. */
    public static long seedOf(long seed, long stream) {
        return mix(mix(seed + GAMMA) ^ mix(~stream * GAMMA));
    }

    /** 64 uniform bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /**
     * Uniform in {@code [0, bound)}, without bias (Lemire 2019, Fast Random Integer Generation in an Interval).
     *
     * @throws IllegalArgumentException if bound is below 1
     */
    public int nextInt(int bound) {
        requireBound(bound);
        long product = (nextLong() >>> 32) * bound;
        if ((product & LOW_32_BITS) < bound) {
            long rejected = (1L << 32) % bound;
            while ((product & LOW_32_BITS) < rejected) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** Uniform in [0, 1) with 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** True and false, equally likely. */
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /**
     * As {@link #nextInt}, by remainder instead of product: other numbers from the same bits. Runs on record drew their
     * instances so, and must draw the same ones when they go on.
     */
    int nextRemainder(int bound) {
        requireBound(bound);
        long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        while (true) {
            long bits = nextLong() >>> 1;
            if (bits < limit) {
                return (int) (bits % bound);
            }
        }
    }

    private static void requireBound(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + " is below 1");
        }
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
