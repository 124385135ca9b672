package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.event.TrainingEvent;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells the status bar how far a run is, at most once a second, and passes every event on. Events come from the thread that trains. A bar
 * that knows no progress is animated, and drawn sixty times a second as long as the run lasts. While the Train place looks for
 * news anyway, the status bar gets its own in the same frame ({@link #tellNow}): every frame costs the run some milliseconds.
 */
final class RunProgress implements Consumer<TrainingEvent> {
    private static final Texts TEXTS = Texts.of(RunProgress.class);
    private static final long PERIOD_NANOS = 1_000_000_000;
    /** How long it is silent after somebody asked, who will ask again within 2.5 seconds while the place is shown. */
    private static final long GRACE_NANOS = 3 * PERIOD_NANOS;

    private final BackgroundJob.Progress progress;
    private final Consumer<TrainingEvent> next;
    private final LongSupplier nanos;
    private long iterations;
    private int epochs;
    private long iteration;
    private int epoch;
    private long nextNanos = Long.MIN_VALUE;

    RunProgress(BackgroundJob.Progress progress, Consumer<TrainingEvent> next, LongSupplier nanos) {
        this.progress = progress;
        this.next = next;
        this.nanos = nanos;
    }

    @Override
    public void accept(TrainingEvent event) {
        next.accept(event);
        if (event instanceof TrainingEvent.Started started) {
            begin(started);
        } else if (event instanceof TrainingEvent.IterationDone done) {
            goOn(done);
        }
    }

    /** Tells the newest now. On any thread; nothing before the run has started. */
    synchronized void tellNow() {
        if (iterations > 0) {
            tell(nanos.getAsLong() + GRACE_NANOS);
        }
    }

    private synchronized void begin(TrainingEvent.Started started) {
        iterations = started.iterations();
        epochs = started.epochs();
        iteration = started.iteration();
        epoch = (int) Math.min(epochs - 1L, iteration / Math.max(1, started.iterationsPerEpoch()));
        tell(nanos.getAsLong() + PERIOD_NANOS);
    }

    private synchronized void goOn(TrainingEvent.IterationDone done) {
        iteration = done.iteration();
        epoch = done.epoch();
        long now = nanos.getAsLong();
        if (now >= nextNanos) {
            tell(now + PERIOD_NANOS);
        }
    }

    private void tell(long again) {
        nextNanos = again;
        progress.update(iteration, iterations, TEXTS.get("progress.epoch", epoch + 1, epochs));
    }
}
