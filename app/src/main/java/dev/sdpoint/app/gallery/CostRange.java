package dev.sdpoint.app.gallery;

/**
 * Least costs between two bounds, both included, as shares of the full network's cost. Images that are never right have no least
 * cost: only {@link #ALL} has them.
 *
 * @param low 0 or more
 * @param high at least {@code low}
 */
record CostRange(double low, double high) {
    /** No restriction. */
    static final CostRange ALL = new CostRange(0, Double.POSITIVE_INFINITY);

    /** What rounding on the way from a slider may do. */
    private static final double SLACK = 1e-9;

    CostRange {
        if (!(low >= 0 && low <= high)) {
            throw new IllegalArgumentException(low + " to " + high + " is no range of costs.");
        }
    }

    boolean all() {
        return equals(ALL);
    }

    /** Whether an instance of this relative cost lies within. */
    boolean contains(double relativeCost) {
        return relativeCost >= low - SLACK && relativeCost <= high + SLACK;
    }
}
