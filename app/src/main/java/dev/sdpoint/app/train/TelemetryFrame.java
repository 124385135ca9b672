package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.List;
import java.util.Optional;

/**
 * All that happened in a run since the last frame, and its metrics so far.
 *
 * @param events life-cycle events since the last frame, in order, none lost
 * @param newest the newest iteration since the last frame
 * @param loss training loss so far
 * @param error training error so far, 0 … 1
 * @param drawn how often each instance was drawn so far, by its position in the instance space
 * @param foldingNanos time that the training thread has spent on telemetry so far
 */
record TelemetryFrame(
        List<TrainingEvent> events,
        Optional<TrainingEvent.IterationDone> newest,
        MetricSeries loss,
        MetricSeries error,
        List<Long> drawn,
        long foldingNanos) {
    TelemetryFrame {
        events = List.copyOf(events);
        drawn = List.copyOf(drawn);
    }

    /** Whether nothing happened. */
    boolean quiet() {
        return events.isEmpty() && newest.isEmpty();
    }
}
