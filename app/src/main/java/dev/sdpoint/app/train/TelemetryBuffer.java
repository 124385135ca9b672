package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the training thread, which fills it, and the JavaFX thread, which drains it one to ten times a second. Iterations
 * are folded into a bounded number of buckets; life-cycle events queue up, and none is lost. Neither side ever waits for the
 * other's work: the lock guards a few copies of small arrays, some microseconds. Thread-safe.
 */
final class TelemetryBuffer implements Consumer<TrainingEvent> {
    /** Buckets a metric: more than a chart has pixels for would show nothing more. */
    static final int BUCKETS = 512;

    /** A run goes on from the newest checkpoint, or from the one before if the losses after that are not sound. */
    private static final int CHECKPOINTS = 2;

    private final Object lock = new Object();
    private final List<TrainingEvent> events = new ArrayList<>();
    private final Deque<AtCheckpoint> checkpoints = new ArrayDeque<>();
    private final int instances;
    private final int buckets;
    private final LongSupplier clock;
    private FoldedRun folded;
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
        this.instances = instances;
        this.buckets = buckets;
        folded = new FoldedRun(instances, buckets);
        this.clock = clock;
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
                    goBackTo(event.iteration());
                } else if (event instanceof TrainingEvent.CheckpointWritten && event.iteration() == lastIteration) {
                    remember();
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
        FoldedRun copy;
        synchronized (lock) {
            copy = folded.copy();
        }
        return copy.curves(horizon, iterationsPerEpoch);
    }

    private void fold(IterationDone done, double elapsed) {
        newest = done;
        lastIteration = done.iteration();
        folded.add(done, elapsed);
    }

    private void remember() {
        checkpoints.addLast(new AtCheckpoint(lastIteration, folded.copy()));
        if (checkpoints.size() > CHECKPOINTS) {
            checkpoints.removeFirst();
        }
    }

    /** Taken up from an older checkpoint: what came after it did not happen. What came before is known, if that was told here. */
    private void goBackTo(long iteration) {
        while (!checkpoints.isEmpty() && checkpoints.getLast().iteration() > iteration) {
            checkpoints.removeLast();
        }
        folded = checkpoints.isEmpty()
                ? new FoldedRun(instances, buckets)
                : checkpoints.getLast().folded().copy();
        lastIteration = iteration;
        newest = null;
    }

    /**
     * How the run stood when a checkpoint was written.
     *
     * @param folded must not change any more
     */
    private record AtCheckpoint(long iteration, FoldedRun folded) {}
}
