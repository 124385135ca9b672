package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import java.time.Instant;

/**
 * An evaluation of all instances, and when it was done.
 *
 * @param at to the millisecond
 * @param told iteration, epoch and scores as the trainer told them
 */
public record RecordedEvaluation(Instant at, TrainingEvent.Evaluated told) {}
