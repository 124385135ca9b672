package dev.sdpoint.app.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Folds a value per iteration into a fixed number of buckets (smallest, largest, sum, count). When an iteration lies beyond
 * the last bucket, neighbours are merged and the width doubles: memory stays the same on runs of any length. Not thread-safe.
 */
final class FoldedMetric {
    private final double[] min;
    private final double[] max;
    private final double[] sum;
    private final long[] count;
    private long width = 1;

    /** @param buckets an even number, at least 2 */
    FoldedMetric(int buckets) {
        if (buckets < 2 || buckets % 2 != 0) {
            throw new IllegalArgumentException(buckets + " buckets cannot be merged in pairs; give an even number");
        }
        min = new double[buckets];
        max = new double[buckets];
        sum = new double[buckets];
        count = new long[buckets];
    }

    private FoldedMetric(FoldedMetric other) {
        min = other.min.clone();
        max = other.max.clone();
        sum = other.sum.clone();
        count = other.count.clone();
        width = other.width;
    }

    /**
     * Adds the value of an iteration; what is not finite is left out, for it would drown the rest.
     *
     * @param iteration 0-based
     */
    void add(long iteration, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        while (iteration / width >= count.length) {
            merge();
        }
        int at = (int) (iteration / width);
        min[at] = count[at] == 0 ? value : Math.min(min[at], value);
        max[at] = count[at] == 0 ? value : Math.max(max[at], value);
        sum[at] += value;
        count[at]++;
    }

    /** A copy, a few microseconds at the most. */
    FoldedMetric copy() {
        return new FoldedMetric(this);
    }

    MetricSeries series() {
        List<MetricSeries.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < count.length; i++) {
            if (count[i] > 0) {
                buckets.add(new MetricSeries.Bucket(i * width, width, min[i], max[i], sum[i], count[i]));
            }
        }
        return new MetricSeries(width, buckets);
    }

    private void merge() {
        int half = count.length / 2;
        for (int i = 0; i < half; i++) {
            int a = 2 * i;
            int b = a + 1;
            boolean first = count[a] > 0;
            boolean second = count[b] > 0;
            min[i] = first && second ? Math.min(min[a], min[b]) : first ? min[a] : min[b];
            max[i] = first && second ? Math.max(max[a], max[b]) : first ? max[a] : max[b];
            sum[i] = sum[a] + sum[b];
            count[i] = count[a] + count[b];
        }
        Arrays.fill(sum, half, sum.length, 0);
        Arrays.fill(count, half, count.length, 0);
        width *= 2;
    }
}
