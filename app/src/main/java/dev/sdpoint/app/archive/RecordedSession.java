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
        Trouble trouble = new Trouble(recording, listener);
        try (recording) {
            trouble.tell(0);
            return session.run(
                    recipe,
                    data,
                    control,
                    event -> {
                        recording.accept(event);
                        listener.accept(event);
                        trouble.tell(event.iteration());
                    },
                    checkpointFile);
        } finally {
            recording.problem().ifPresent(sentence -> LOG.warn("The record of the run is not whole: {}", sentence));
            archive.changed();
        }
    }

    /** Tells, once each, that the run cannot be recorded for the moment and that it can again. For the thread that trains. */
    static final class Trouble {
        private final Recording recording;
        private final Consumer<TrainingEvent> listener;
        private Optional<String> told = Optional.empty();
        private long toldOfLost;

        Trouble(Recording recording, Consumer<TrainingEvent> listener) {
            this.recording = recording;
            this.listener = listener;
        }

        void tell(long iteration) {
            Optional<String> problem = recording.problem();
            if (!problem.equals(told)) {
                told = problem;
                listener.accept(new TrainingEvent.Warned(iteration, problem.orElseGet(this::again)));
            }
        }

        private String again() {
            long lost = recording.lostSteps() - toldOfLost;
            toldOfLost += lost;
            if (lost == 0) {
                return "The run is recorded again; nothing of it was lost.";
            }
            return "The run is recorded again, but " + (lost == 1 ? "1 step of it is" : lost + " steps of it are")
                    + " lost.";
        }
    }
}
