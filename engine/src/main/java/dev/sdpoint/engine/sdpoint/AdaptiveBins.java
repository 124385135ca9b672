package dev.sdpoint.engine.sdpoint;

/**
 * Bins of adaptive average pooling along one axis: output {@code i} covers inputs {@code floor(i·in/out)} up to and without
 * {@code ceil((i+1)·in/out)}, with equal weights. Neighbouring bins overlap where the sides do not divide. Example: 7 → 4
 * has bins {0,1}, {1,2,3}, {3,4,5}, {5,6}.
 *
 * @param in length of the input axis
 * @param out number of bins, 1 … in
 */
public record AdaptiveBins(int in, int out) implements AxisWindows {
    public AdaptiveBins {
        if (out < 1 || out > in) {
            throw new IllegalArgumentException(out + " bins do not fit an axis of " + in + ": 1 … " + in + " do");
        }
    }

    /** Bins that map an axis of {@code in} to one of {@code out}. */
    public static AdaptiveBins of(int in, int out) {
        return new AdaptiveBins(in, out);
    }

    @Override
    public int start(int bin) {
        return (int) ((long) bin * in / out);
    }

    @Override
    public int end(int bin) {
        return (int) (((long) (bin + 1) * in + out - 1) / out);
    }
}
