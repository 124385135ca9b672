package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the training thread, which fills it, and the JavaFX thread, which drains it ten times a second. Iterations
 * are folded into a bounded number of buckets; life-cycle events queue up, and none is lost. Neither side ever waits for the
 * other's work: the lock guards a few copies of small arrays, some microseconds. Thread-safe.
 */
final class TelemetryBuffer implements Consumer<TrainingEvent> {
    /** Buckets a metric: more than a chart has pixels for would show nothing more. */
    static final int BUCKETS = 512;

    private final Object lock = new Object();
    private final List<TrainingEvent> events = new ArrayList<>();
    private final FoldedMetric loss;
    private final FoldedMetric error;
    private final long[] drawn;
    private @Nullable IterationDone newest;
    private long lastIteration = -1;
    private long foldingNanos;

    /** @param instances size of the run's instance space */
    TelemetryBuffer(int instances) {
        this(instances, BUCKETS);
    }

    TelemetryBuffer(int instances, int buckets) {
        loss = new FoldedMetric(buckets);
        error = new FoldedMetric(buckets);
        drawn = new long[instances];
    }

    @Override
    public void accept(TrainingEvent event) {
        long start = System.nanoTime();
        synchronized (lock) {
            if (event instanceof IterationDone done) {
                fold(done);
            } else {
                if (event instanceof TrainingEvent.Started && event.iteration() < lastIteration) {
                    // Taken up from an older checkpoint: what came after it did not happen.
                    clear();
                }
                events.add(event);
            }
            foldingNanos += System.nanoTime() - start;
        }
    }

    /** Empties the queue and copies the metrics. */
    TelemetryFrame drain() {
        List<TrainingEvent> queue;
        IterationDone last;
        FoldedMetric losses;
        FoldedMetric errors;
        long[] counts;
        long nanos;
        synchronized (lock) {
            queue = new ArrayList<>(events);
            events.clear();
            last = newest;
            newest = null;
            losses = loss.copy();
            errors = error.copy();
            counts = drawn.clone();
            nanos = foldingNanos;
        }
        return new TelemetryFrame(
                queue,
                Optional.ofNullable(last),
                losses.series(),
                errors.series(),
                Arrays.stream(counts).boxed().toList(),
                nanos);
    }

    private void fold(IterationDone done) {
        newest = done;
        lastIteration = done.iteration();
        // Iterations are counted when done, so that the first is 1.
        long index = Math.max(0, done.iteration() - 1);
        loss.add(index, done.loss());
        error.add(index, done.error());
        if (done.instance() >= 0 && done.instance() < drawn.length) {
            drawn[done.instance()]++;
        }
    }

    private void clear() {
        loss.clear();
        error.clear();
        Arrays.fill(drawn, 0);
        newest = null;
    }
}
