package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.Locale;

/** What the level axis of a run's charts counts. */
enum RunAxis {
    ITERATIONS,
    EPOCHS,
    TIME;

    private static final Texts TEXTS = Texts.of(RunAxis.class);
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** Name in a menu. */
    String title() {
        return switch (this) {
            case ITERATIONS -> TEXTS.get("axis.iterations");
            case EPOCHS -> TEXTS.get("axis.epochs");
            case TIME -> TEXTS.get("axis.time");
        };
    }

    /** What a chart over it is, for those who do not see it. */
    String description() {
        return switch (this) {
            case ITERATIONS -> TEXTS.get("axis.iterations.accessible");
            case EPOCHS -> TEXTS.get("axis.epochs.accessible");
            case TIME -> TEXTS.get("axis.time.accessible");
        };
    }

    /** Finds places on the axis for the iterations of a run. */
    Places of(RunCurves curves) {
        return switch (this) {
            case ITERATIONS -> new Places(Unit.ITERATION, iteration -> iteration + 1);
            case EPOCHS -> new Places(Unit.EPOCH, iteration -> (iteration + 1) / curves.iterationsPerEpoch());
            case TIME -> time(curves.metrics().seconds().buckets());
        };
    }

    private static Places time(List<MetricSeries.Bucket> buckets) {
        double last = buckets.isEmpty() ? 0 : buckets.get(buckets.size() - 1).max();
        double unit = last < 3 * MINUTE ? 1 : last < 3 * HOUR ? MINUTE : HOUR;
        Unit counted = unit == 1 ? Unit.SECONDS : unit == MINUTE ? Unit.MINUTES : Unit.HOURS;
        return new Places(counted, iteration -> seconds(buckets, iteration) / unit);
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

    /** What places are counted in. */
    enum Unit {
        ITERATION,
        EPOCH,
        SECONDS,
        MINUTES,
        HOURS;

        private String label() {
            return switch (this) {
                case ITERATION -> TEXTS.get("axis.label.iteration");
                case EPOCH -> TEXTS.get("axis.label.epoch");
                case SECONDS -> TEXTS.get("axis.label.seconds");
                case MINUTES -> TEXTS.get("axis.label.minutes");
                case HOURS -> TEXTS.get("axis.label.hours");
            };
        }

        private String words(double at) {
            String number = String.format(Locale.ROOT, this == ITERATION ? "%,.0f" : "%.2f", at);
            return switch (this) {
                case ITERATION -> TEXTS.get("axis.at.iteration", number);
                case EPOCH -> TEXTS.get("axis.at.epoch", number);
                case SECONDS -> TEXTS.get("axis.at.seconds", number);
                case MINUTES -> TEXTS.get("axis.at.minutes", number);
                case HOURS -> TEXTS.get("axis.at.hours", number);
            };
        }
    }

    /** Where iterations lie. */
    record Places(Unit unit, java.util.function.DoubleUnaryOperator of) {
        /** Beside the axis. */
        String label() {
            return unit.label();
        }

        double x(double iteration) {
            return of.applyAsDouble(iteration);
        }

        /** A place in words, such as "epoch 3.25". */
        String words(double iteration) {
            return unit.words(x(iteration));
        }
    }
}
