package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.engine.event.TrainingEvent;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells the status bar how far a run is, at most once a second, and passes every event on. For the thread that trains. A bar that knows
 * no progress is animated, and drawn sixty times a second as long as the run lasts.
 */
final class RunProgress implements Consumer<TrainingEvent> {
    private static final long PERIOD_NANOS = 1_000_000_000;

    private final BackgroundJob.Progress progress;
    private final Consumer<TrainingEvent> next;
    private final LongSupplier nanos;
    private long iterations;
    private int epochs;
    private long toldNanos;

    RunProgress(BackgroundJob.Progress progress, Consumer<TrainingEvent> next, LongSupplier nanos) {
        this.progress = progress;
        this.next = next;
        this.nanos = nanos;
    }

    @Override
    public void accept(TrainingEvent event) {
        next.accept(event);
        if (event instanceof TrainingEvent.Started started) {
            iterations = started.iterations();
            epochs = started.epochs();
            long epoch = started.iteration() / Math.max(1, started.iterationsPerEpoch());
            tell(started.iteration(), (int) Math.min(epochs - 1L, epoch), nanos.getAsLong());
        } else if (event instanceof TrainingEvent.IterationDone done) {
            long now = nanos.getAsLong();
            if (now - toldNanos >= PERIOD_NANOS) {
                tell(done.iteration(), done.epoch(), now);
            }
        }
    }

    private void tell(long iteration, int epoch, long now) {
        toldNanos = now;
        progress.update(iteration, iterations, "epoch " + (epoch + 1) + " of " + epochs);
    }
}
