package dev.sdpoint.app.train;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.List;
import java.util.Optional;

/**
 * All that happened in a run since the last frame.
 *
 * @param events life-cycle events since the last frame, in order, none lost
 * @param newest the newest iteration since the last frame
 * @param foldingNanos time that the training thread has spent on telemetry so far
 */
record TelemetryFrame(List<TrainingEvent> events, Optional<TrainingEvent.IterationDone> newest, long foldingNanos) {
    TelemetryFrame {
        events = List.copyOf(events);
    }

    /** Whether nothing happened. */
    boolean quiet() {
        return events.isEmpty() && newest.isEmpty();
    }
}
