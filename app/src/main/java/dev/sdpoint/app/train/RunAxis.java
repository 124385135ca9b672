package dev.sdpoint.app.train;

import java.util.List;
import java.util.Locale;

/** What the level axis of a run's charts counts. */
enum RunAxis {
    ITERATIONS("Iterations"),
    EPOCHS("Epochs"),
    TIME("Time on the wall");

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private final String title;

    RunAxis(String title) {
        this.title = title;
    }

    /** Name in a menu. */
    String title() {
        return title;
    }

    /** Finds places on the axis for the iterations of a run. */
    Places of(RunCurves curves) {
        return switch (this) {
            case ITERATIONS -> new Places("iteration", iteration -> iteration + 1);
            case EPOCHS -> new Places("epoch", iteration -> (iteration + 1) / curves.iterationsPerEpoch());
            case TIME -> time(curves.metrics().seconds().buckets());
        };
    }

    private static Places time(List<MetricSeries.Bucket> buckets) {
        double last = buckets.isEmpty() ? 0 : buckets.get(buckets.size() - 1).max();
        double unit = last < 3 * MINUTE ? 1 : last < 3 * HOUR ? MINUTE : HOUR;
        String label = unit == 1 ? "seconds" : unit == MINUTE ? "minutes" : "hours";
        return new Places(label, iteration -> seconds(buckets, iteration) / unit);
    }

    /** When an iteration was, between the middles of the buckets around it. */
    private static double seconds(List<MetricSeries.Bucket> buckets, double iteration) {
        if (buckets.isEmpty()) {
            return 0;
        }
        int low = 0;
        int high = buckets.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (buckets.get(middle).middle() < iteration) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        MetricSeries.Bucket after = buckets.get(low);
        if (low == 0 || after.middle() <= iteration) {
            // Before the first or after the last middle: a bucket ends when its last iteration was done.
            return after.middle() < iteration ? after.max() : after.mean();
        }
        MetricSeries.Bucket before = buckets.get(low - 1);
        double share = (iteration - before.middle()) / (after.middle() - before.middle());
        return before.mean() + share * (after.mean() - before.mean());
    }

    /**
     * Where iterations lie.
     *
     * @param label beside the axis
     */
    record Places(String label, java.util.function.DoubleUnaryOperator of) {
        double x(double iteration) {
            return of.applyAsDouble(iteration);
        }

        /** A place in words, such as "epoch 3.25". */
        String words(double iteration) {
            double at = x(iteration);
            return label.equals("iteration")
                    ? String.format(Locale.ROOT, "iteration %,.0f", at)
                    : label.equals("epoch")
                            ? String.format(Locale.ROOT, "epoch %.2f", at)
                            : String.format(Locale.ROOT, "after %.2f %s", at, label);
        }
    }
}
