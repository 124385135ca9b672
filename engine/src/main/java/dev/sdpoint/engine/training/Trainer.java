package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Trains a network from a recipe: one instance drawn per iteration for the whole mini-batch (paper §3.2), ordinary
 * cross-entropy, SGD. Thread-safe; each run uses the thread that calls it.
 */
public final class Trainer {
    /** Time between checkpoints. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(2);

    private final NetworkBuilder builder;
    private final Duration checkpointInterval;

    public Trainer(NetworkBuilder builder) {
        this(builder, CHECKPOINT_INTERVAL);
    }

    /** @param checkpointInterval time between checkpoints, besides those after an epoch and on a stop */
    Trainer(NetworkBuilder builder, Duration checkpointInterval) {
        this.builder = builder;
        this.checkpointInterval = checkpointInterval;
    }

    /**
     * Runs until all epochs are done, or the control stops it. Emits events on this thread.
     *
     * @param checkpointFile if given, the run goes on from this file where it exists, and writes it every two minutes, after
     *     every epoch and on a stop
     * @throws TrainingException if the checkpoint is of another recipe or data set or in a folder that cannot be written, the loss is no
     *     number any more or has exploded, the computation fails, or a stopped run's checkpoint cannot be written; the last good
     *     checkpoint is kept. A checkpoint that cannot be written meanwhile is tried again
     * @throws InterruptedException if the thread is interrupted; the same checkpoint is kept
     */
    public TrainingResult run(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpointFile)
            throws TrainingException, InterruptedException {
        RunChecks.check(recipe, data);
        Checkpoints checkpoints =
                new Checkpoints(checkpointFile, recipe.network().plan(), checkpointInterval);
        TrainingLoop loop =
                new TrainingLoop(recipe, data, control, listener, checkpoints, ThisMachine.with(builder.computesOn()));
        try (checkpoints;
                TrainableNetwork network = new HalvedSteps(
                        builder.build(recipe.network(), recipe.optimization(), recipe.seed()), loop::warn)) {
            return loop.run(network);
        } catch (TrainingException e) {
            listener.accept(new TrainingEvent.Failed(loop.iteration(), String.valueOf(e.getMessage())));
            throw e;
        } catch (CancellationException e) {
            Thread.interrupted(); // the exception now says what the flag said
            throw new InterruptedException("the run was interrupted while it waited for a batch");
        } catch (RuntimeException | OutOfMemoryError e) {
            String sentence = RunFailure.unforeseen(e, loop.iteration(), recipe, checkpoints.kept());
            tell(listener, new TrainingEvent.Failed(loop.iteration(), sentence), e);
            throw new TrainingException(sentence, e);
        }
    }

    /** The listener may be what failed. */
    private static void tell(Consumer<TrainingEvent> listener, TrainingEvent event, Throwable because) {
        try {
            listener.accept(event);
        } catch (RuntimeException again) {
            because.addSuppressed(again);
        }
    }
}
