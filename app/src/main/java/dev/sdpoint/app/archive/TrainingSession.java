package dev.sdpoint.app.archive;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains; the engine's trainer in the program. */
@FunctionalInterface
public interface TrainingSession {
    /**
     * Runs on the calling thread until finished or stopped.
     *
     * @throws Exception with a sentence for a person, if the run cannot begin or cannot go on
     */
    TrainingResult run(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpointFile)
            throws Exception;
}
