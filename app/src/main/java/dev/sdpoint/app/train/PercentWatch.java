package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Tells each per cent of a run once, and passes every event on. For the thread that trains. */
final class PercentWatch implements Consumer<TrainingEvent> {
    private static final int ALL = 100;

    private final IntConsumer told;
    private final Consumer<TrainingEvent> next;
    private long iterations;
    private int percent = -1;

    PercentWatch(IntConsumer told, Consumer<TrainingEvent> next) {
        this.told = told;
        this.next = next;
    }

    @Override
    public void accept(TrainingEvent event) {
        next.accept(event);
        if (event instanceof TrainingEvent.Started started) {
            iterations = Math.max(1, started.iterations());
        }
        int now = iterations == 0 ? 0 : (int) (ALL * event.iteration() / iterations);
        if (now > percent) {
            percent = now;
            told.accept(now);
        }
    }
}
