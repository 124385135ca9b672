package dev.sdpoint.app.archive;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training session of which everything that it tells is recorded. It trains the same whether it can be recorded or not. */
public final class RecordedSession implements TrainingSession {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedSession.class);

    private final TrainingSession session;
    private final RunArchive archive;

    /** @param session that trains */
    public RecordedSession(TrainingSession session, RunArchive archive) {
        this.session = session;
        this.archive = archive;
    }

    @Override
    public TrainingResult run(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpointFile)
            throws Exception {
        Recording recording = archive.record(recipe, data, checkpointFile);
        try (recording) {
            recording.problem().ifPresent(sentence -> listener.accept(new TrainingEvent.Warned(0, sentence)));
            return session.run(
                    recipe,
                    data,
                    control,
                    event -> {
                        recording.accept(event);
                        listener.accept(event);
                    },
                    checkpointFile);
        } finally {
            recording.problem().ifPresent(sentence -> LOG.warn("The record of the run is not whole: {}", sentence));
            archive.changed();
        }
    }
}
