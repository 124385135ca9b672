package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the training thread, which fills it, and the JavaFX thread, which drains it one to ten times a second. Iterations
 * are folded into a bounded number of buckets; life-cycle events queue up, and none is lost. Neither side ever waits for the
 * other's work: the lock guards a few copies of small arrays, some microseconds. Thread-safe.
 */
final class TelemetryBuffer implements Consumer<TrainingEvent> {
    /** Buckets a metric: more than a chart has pixels for would show nothing more. */
    static final int BUCKETS = 512;

    /** Columns of the losses by instance. */
    static final int COLUMNS = 128;

    private final Object lock = new Object();
    private final List<TrainingEvent> events = new ArrayList<>();
    private final FoldedMetric loss;
    private final FoldedMetric error;
    private final FoldedMetric rate;
    private final FoldedMetric speed;
    private final FoldedMetric seconds;
    private final FoldedLosses losses;
    private final LongSupplier clock;
    private final long[] drawn;
    private @Nullable IterationDone newest;
    private long lastIteration = -1;
    private long foldingNanos;
    private long beganNanos = Long.MIN_VALUE;

    /** @param instances size of the run's instance space */
    TelemetryBuffer(int instances) {
        this(instances, BUCKETS, System::nanoTime);
    }

    /** @param clock steady, in nanoseconds */
    TelemetryBuffer(int instances, int buckets, LongSupplier clock) {
        loss = new FoldedMetric(buckets);
        error = new FoldedMetric(buckets);
        rate = new FoldedMetric(buckets);
        speed = new FoldedMetric(buckets);
        seconds = new FoldedMetric(buckets);
        losses = new FoldedLosses(instances, Math.min(buckets, COLUMNS));
        this.clock = clock;
        drawn = new long[instances];
    }

    @Override
    public void accept(TrainingEvent event) {
        long start = clock.getAsLong();
        synchronized (lock) {
            if (beganNanos == Long.MIN_VALUE) {
                beganNanos = start;
            }
            if (event instanceof IterationDone done) {
                fold(done, (start - beganNanos) / 1e9);
            } else {
                if (event instanceof TrainingEvent.Started && event.iteration() < lastIteration) {
                    // Taken up from an older checkpoint: what came after it did not happen.
                    clear();
                }
                events.add(event);
            }
            foldingNanos += clock.getAsLong() - start;
        }
    }

    /** Empties the queue. */
    TelemetryFrame drain() {
        synchronized (lock) {
            TelemetryFrame frame = new TelemetryFrame(events, Optional.ofNullable(newest), foldingNanos);
            events.clear();
            newest = null;
            return frame;
        }
    }

    /**
     * All that was measured so far, for charts; tens of microseconds, a little longer for others who wait for the lock.
     *
     * @param horizon iterations that smoothed curves average over
     * @param iterationsPerEpoch at least 1
     */
    RunCurves curves(double horizon, int iterationsPerEpoch) {
        FoldedMetric[] copies;
        LossByInstance byInstance;
        long[] counts;
        synchronized (lock) {
            copies = Stream.of(loss, error, rate, speed, seconds)
                    .map(FoldedMetric::copy)
                    .toArray(FoldedMetric[]::new);
            byInstance = losses.snapshot();
            counts = drawn.clone();
        }
        RunMetrics metrics = new RunMetrics(
                copies[0].series(), copies[1].series(), copies[2].series(), copies[3].series(), copies[4].series());
        return new RunCurves(metrics, byInstance, Arrays.stream(counts).boxed().toList(), horizon, iterationsPerEpoch);
    }

    private void fold(IterationDone done, double elapsed) {
        newest = done;
        lastIteration = done.iteration();
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

    private void clear() {
        Stream.of(loss, error, rate, speed, seconds).forEach(FoldedMetric::clear);
        losses.clear();
        Arrays.fill(drawn, 0);
        newest = null;
    }
}
