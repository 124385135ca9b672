package dev.sdpoint.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A metric over all iterations so far, folded into buckets of equal width; buckets without values are left out. Immutable.
 *
 * @param width iterations a bucket spans
 * @param buckets in the order of iterations
 */
record MetricSeries(long width, List<Bucket> buckets) {
    static final MetricSeries EMPTY = new MetricSeries(1, List.of());

    MetricSeries {
        buckets = List.copyOf(buckets);
    }

    /**
     * The exponentially weighted average at the end of every bucket.
     *
     * @param horizon iterations after which a value has lost 63 % of its weight; at least 1
     */
    List<Point> smoothed(double horizon) {
        List<Point> points = new ArrayList<>(buckets.size());
        double sum = 0;
        double weight = 0;
        for (Bucket bucket : buckets) {
            double keep = Math.exp(-bucket.count() / horizon);
            sum = keep * sum + (1 - keep) * bucket.mean();
            weight = keep * weight + (1 - keep);
            points.add(new Point(bucket.middle(), sum / weight));
        }
        return points;
    }

    /** Position of the bucket nearest to an iteration. */
    OptionalInt at(double iteration) {
        return IntStream.range(0, buckets.size())
                .reduce((a, b) -> distance(b, iteration) < distance(a, iteration) ? b : a);
    }

    private double distance(int bucket, double iteration) {
        return Math.abs(buckets.get(bucket).middle() - iteration);
    }

    /** Every bucket's smallest and largest value, once if they are the same: what a line through all values looks like. */
    List<Point> raw() {
        List<Point> points = new ArrayList<>(2 * buckets.size());
        for (Bucket bucket : buckets) {
            points.add(new Point(bucket.middle(), bucket.min()));
            if (bucket.max() > bucket.min()) {
                points.add(new Point(bucket.middle(), bucket.max()));
            }
        }
        return points;
    }

    /**
     * @param start first iteration that the bucket spans
     * @param width iterations that it spans
     * @param count values in it, at least 1
     */
    record Bucket(long start, long width, double min, double max, double sum, long count) {
        double mean() {
            return sum / count;
        }

        double middle() {
            return start + (width - 1) / 2.0;
        }
    }

    /**
     * @param iteration where
     * @param value what
     */
    record Point(double iteration, double value) {}
}
