package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.Arrays;

/** All iterations of a run, folded into a bounded number of buckets, and how often each instance was drawn. Not thread-safe. */
final class FoldedRun {
    /** Columns of the losses by instance. */
    static final int COLUMNS = 128;

    private final FoldedMetric loss;
    private final FoldedMetric error;
    private final FoldedMetric rate;
    private final FoldedMetric speed;
    private final FoldedMetric seconds;
    private final FoldedLosses losses;
    private final long[] drawn;

    /**
     * @param instances size of the run's instance space
     * @param buckets of each metric; an even number, at least 2
     */
    FoldedRun(int instances, int buckets) {
        loss = new FoldedMetric(buckets);
        error = new FoldedMetric(buckets);
        rate = new FoldedMetric(buckets);
        speed = new FoldedMetric(buckets);
        seconds = new FoldedMetric(buckets);
        losses = new FoldedLosses(instances, Math.min(buckets, COLUMNS));
        drawn = new long[instances];
    }

    private FoldedRun(FoldedRun other) {
        loss = other.loss.copy();
        error = other.error.copy();
        rate = other.rate.copy();
        speed = other.speed.copy();
        seconds = other.seconds.copy();
        losses = other.losses.copy();
        drawn = other.drawn.clone();
    }

    /** @param elapsed seconds on the wall since the run began */
    void add(IterationDone done, double elapsed) {
        // Iterations are counted when done, so that the first is 1.
        long index = Math.max(0, done.iteration() - 1);
        loss.add(index, done.loss());
        error.add(index, done.error());
        rate.add(index, done.learningRate());
        speed.add(index, done.imagesPerSecond());
        seconds.add(index, elapsed);
        losses.add(index, done.instance(), done.loss());
        if (done.instance() >= 0 && done.instance() < drawn.length) {
            drawn[done.instance()]++;
        }
    }

    /** A copy; tens of microseconds. */
    FoldedRun copy() {
        return new FoldedRun(this);
    }

    /**
     * What charts show of it.
     *
     * @param horizon iterations that smoothed curves average over
     * @param iterationsPerEpoch at least 1
     */
    RunCurves curves(double horizon, int iterationsPerEpoch) {
        RunMetrics metrics =
                new RunMetrics(loss.series(), error.series(), rate.series(), speed.series(), seconds.series());
        return new RunCurves(
                metrics, losses.snapshot(), Arrays.stream(drawn).boxed().toList(), horizon, iterationsPerEpoch);
    }
}
