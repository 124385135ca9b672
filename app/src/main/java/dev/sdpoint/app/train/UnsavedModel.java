package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The finished model on screen, while nobody has saved it: before another run takes its place it is written beside the checkpoint of its own. JavaFX
 * thread only.
 */
final class UnsavedModel {
    private static final Texts TEXTS = Texts.of(UnsavedModel.class);
    private static final Logger LOG = LoggerFactory.getLogger(UnsavedModel.class);

    private final TrainModel model;
    private final LongJobs background;
    private final RunFiles files;
    private boolean writing;

    /** @param background writes models, which takes seconds for a wide network: the program waits for its jobs before it ends */
    UnsavedModel(TrainModel model, LongJobs background, RunFiles files) {
        this.model = model;
        this.background = background;
        this.files = files;
    }

    /**
     * Lets another run take the place on screen, once the model is kept. If it cannot be, that is said, and a person may go on without it.
     *
     * @param checkpoint of its run, if that has one
     * @param next begins the other run; gets what is to be read meanwhile
     */
    void before(Optional<Path> checkpoint, Consumer<Optional<Notice>> next) {
        keep(
                checkpoint,
                kept -> next.accept(kept.map(file -> Notice.hint(TEXTS.get("run.model-kept", file)))),
                why -> say(Notice.problem(
                        TEXTS.get("run.model-not-kept", why), without(() -> next.accept(Optional.empty())))));
    }

    /**
     * Writes the model if need be. Does nothing while it is being written already.
     *
     * @param checkpoint of its run, if that has one
     * @param next gets the file; nothing if there was no model to keep
     * @param refused gets a sentence that says why it could not be kept
     */
    void keep(Optional<Path> checkpoint, Consumer<Optional<Path>> next, Consumer<String> refused) {
        Optional<SdpModel> finished = model.resultProperty().get();
        if (writing) {
            return;
        }
        if (finished.isEmpty() || model.savedProperty().get().isPresent()) {
            next.accept(Optional.empty());
        } else if (checkpoint.isEmpty()) {
            refused.accept(TEXTS.get("run.model-no-folder"));
        } else {
            writing = true;
            background.start(
                    TEXTS.get("job.saving", finished.get().network().name()),
                    progress -> files.keep(finished.get(), checkpoint.get()),
                    () -> {}, // it is written to its end
                    kept -> {
                        writing = false;
                        next.accept(Optional.of(kept));
                    },
                    problem -> {
                        writing = false;
                        LOG.warn("The model of a finished run could not be kept.", problem);
                        refused.accept(Sentence.of(problem));
                    });
        }
    }

    /** A button that lets the model go. */
    static Notice.Action without(Runnable next) {
        return new Notice.Action("train-go-on-without", TEXTS.get("run.go-on-without"), next);
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }
}
