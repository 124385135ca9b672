package dev.sdpoint.engine.event;

import dev.sdpoint.engine.evaluation.Sweep;

/** What a training run tells the world. Emitted on the training thread, in order; receivers must return at once. */
public sealed interface TrainingEvent {
    /** Iterations done when the event happened. */
    long iteration();

    /**
     * The run begins, or goes on from a checkpoint.
     *
     * @param iterations iterations of the whole run
     * @param iterationsPerEpoch iterations of an epoch
     */
    record Started(long iteration, long iterations, int iterationsPerEpoch, int epochs) implements TrainingEvent {}

    /**
     * One mini-batch was learned.
     *
     * @param epoch 0-based
     * @param instance position in the instance space of the instance drawn
     * @param loss mean cross-entropy of the batch in nats
     * @param error share of the batch that was wrong, 0 … 1
     * @param learningRate as used
     * @param imagesPerSecond over about the last second
     */
    record IterationDone(
            long iteration,
            int epoch,
            int instance,
            double loss,
            double error,
            double learningRate,
            double imagesPerSecond)
            implements TrainingEvent {}

    /**
     * Every instance was calibrated and evaluated.
     *
     * @param epoch epochs done, 1-based; fractional evaluations on demand carry the epoch under way
     * @param sweep scores on the validation images that were used
     */
    record Evaluated(long iteration, int epoch, Sweep sweep) implements TrainingEvent {}

    /**
     * A peak learning rate other than the recipe's is in force from here on: set by hand, or restored from the checkpoint of
     * a run in which it was.
     */
    record PeakRateChanged(long iteration, double peakRate) implements TrainingEvent {}

    /** The run goes on, but not quite as asked. {@code message} is a sentence for a person. */
    record Warned(long iteration, String message) implements TrainingEvent {}

    /** The run waits until it is resumed. */
    record Paused(long iteration) implements TrainingEvent {}

    /**
     * The run was asked to stop and waits instead, for its checkpoint cannot be written: a pause follows. {@code message} is a sentence and an
     * action for a person.
     */
    record StopHeld(long iteration, String message) implements TrainingEvent {}

    /** The run goes on after a pause. */
    record Resumed(long iteration) implements TrainingEvent {}

    /**
     * State is about to be written, from which the run can go on. Who keeps what the run tells brings it to safety now: the
     * trainer waits for the disk anyway.
     */
    record CheckpointDue(long iteration) implements TrainingEvent {}

    /** State was written, from which the run can go on. */
    record CheckpointWritten(long iteration, String file) implements TrainingEvent {}

    /**
     * State could not be written; the run goes on and tries again. {@code message} is a sentence and an action for a person.
     */
    record CheckpointFailed(long iteration, String message) implements TrainingEvent {}

    /** All epochs are done. Always the last event, as are the next two. */
    record Finished(long iteration, double seconds) implements TrainingEvent {}

    /** The run was stopped by a person; a checkpoint is there if one was asked for. */
    record Stopped(long iteration) implements TrainingEvent {}

    /** The run cannot go on. {@code message} is a sentence and an action for a person. */
    record Failed(long iteration, String message) implements TrainingEvent {}
}
