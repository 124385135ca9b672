package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import java.time.Instant;

/**
 * What a run told, and when.
 *
 * @param at to the millisecond
 * @param event as the trainer told it
 */
public record RecordedEvent(Instant at, TrainingEvent event) {}
