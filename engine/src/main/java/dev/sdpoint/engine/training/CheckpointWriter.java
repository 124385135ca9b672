package dev.sdpoint.engine.training;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a run's checkpoints and tells of them. One that cannot be written, for lack of room or right, does not end the run, which would lose
 * what it has learned since the last: it is told once and tried again, at the next occasion or some seconds later.
 */
final class CheckpointWriter {
    private final Checkpoints checkpoints;
    private final Consumer<TrainingEvent> listener;
    private Optional<String> trouble = Optional.empty();

    CheckpointWriter(Checkpoints checkpoints, Consumer<TrainingEvent> listener) {
        this.checkpoints = checkpoints;
        this.listener = listener;
    }

    /** Lets those who keep what the run tells bring it to safety, if a checkpoint is wanted. */
    void announce(long iteration) {
        if (checkpoints.wanted()) {
            listener.accept(new TrainingEvent.CheckpointDue(iteration));
        }
    }

    /**
     * Writes one.
     *
     * @param calm as in {@link Checkpoints#write}
     * @param goesOn whether the run goes on if it cannot be written, which is told then
     * @return why it could not be written; empty if it is written, or none is wanted
     */
    Optional<String> write(Checkpoint checkpoint, boolean calm, boolean goesOn) {
        long iteration = checkpoint.iteration();
        try {
            checkpoints
                    .write(checkpoint, calm)
                    .ifPresent(
                            file -> listener.accept(new TrainingEvent.CheckpointWritten(iteration, file.toString())));
            if (trouble.isPresent()) {
                listener.accept(new TrainingEvent.Warned(
                        iteration, "Checkpoints are written again; the one of iteration " + iteration + " is kept."));
            }
            trouble = Optional.empty();
        } catch (TrainingException e) {
            Optional<String> why = Optional.of(String.valueOf(e.getMessage()));
            if (goesOn && !trouble.equals(why)) {
                listener.accept(new TrainingEvent.CheckpointFailed(
                        iteration, RunFailure.unwritten(why.get(), checkpoints.kept())));
            }
            trouble = why;
        }
        return trouble;
    }
}
