package dev.sdpoint.app.train;

import java.util.Arrays;

/**
 * Folds the losses of each instance into a fixed number of columns over the iterations; their width doubles when the run outgrows them, so
 * that memory stays the same on runs of any length. Not thread-safe.
 */
final class FoldedLosses {
    private final int instances;
    private final int columns;
    private final double[] sums;
    private final int[] counts;
    private long width = 1;

    /**
     * @param instances rows
     * @param columns an even number, at least 2
     */
    FoldedLosses(int instances, int columns) {
        if (columns < 2 || columns % 2 != 0) {
            throw new IllegalArgumentException(columns + " columns cannot be merged in pairs; give an even number");
        }
        this.instances = instances;
        this.columns = columns;
        sums = new double[instances * columns];
        counts = new int[instances * columns];
    }

    private FoldedLosses(FoldedLosses other) {
        instances = other.instances;
        columns = other.columns;
        sums = other.sums.clone();
        counts = other.counts.clone();
        width = other.width;
    }

    /**
     * Adds a loss; what is not finite is left out, and so is an instance that there is not.
     *
     * @param iteration 0-based
     */
    void add(long iteration, int instance, double loss) {
        if (!Double.isFinite(loss) || instance < 0 || instance >= instances) {
            return;
        }
        while (iteration / width >= columns) {
            merge();
        }
        int at = instance * columns + (int) (iteration / width);
        sums[at] += loss;
        counts[at]++;
    }

    /** A copy, tens of microseconds at the most. */
    FoldedLosses copy() {
        return new FoldedLosses(this);
    }

    /** A copy of what there is. */
    LossByInstance snapshot() {
        return new LossByInstance(width, instances, columns, sums.clone(), counts.clone());
    }

    private void merge() {
        for (int i = 0; i < instances; i++) {
            int row = i * columns;
            for (int c = 0; c < columns / 2; c++) {
                sums[row + c] = sums[row + 2 * c] + sums[row + 2 * c + 1];
                counts[row + c] = counts[row + 2 * c] + counts[row + 2 * c + 1];
            }
            Arrays.fill(sums, row + columns / 2, row + columns, 0);
            Arrays.fill(counts, row + columns / 2, row + columns, 0);
        }
        width *= 2;
    }
}
