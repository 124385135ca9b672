package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds runs that can go on, and offers them in the model while nothing trains. JavaFX thread only. */
final class UnfinishedRuns {
    private static final Texts TEXTS = Texts.of(UnfinishedRuns.class);
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRuns.class);

    private final TrainModel model;
    private final TaskRunner tasks;
    private final RunFiles files;

    UnfinishedRuns(TrainModel model, TaskRunner tasks, RunFiles files) {
        this.model = model;
        this.tasks = tasks;
        this.files = files;
    }

    /** Looks for a run that an earlier session left, stopped, crashed or killed. */
    void lookForEarlier() {
        tasks.run(
                files::newestUnfinished,
                found -> {
                    if (idle()) {
                        model.unfinishedProperty().set(found);
                        found.flatMap(UnfinishedRun::recorded)
                                .ifPresent(recipe ->
                                        model.rate().show(recipe.optimization().learningRate()));
                        model.noticeProperty()
                                .set(found.map(run -> Notice.hint(TEXTS.get("run.unfinished", run.title()))));
                    }
                },
                problem -> LOG.warn("Unfinished runs could not be looked for.", problem));
    }

    /** Offers a run that has just ended before its time, if it left a checkpoint. */
    void offer(Optional<UnfinishedRun> run) {
        tasks.run(
                () -> run.filter(r -> Files.isRegularFile(r.checkpoint())).map(files::looked),
                found -> {
                    if (idle()) {
                        model.unfinishedProperty().set(found);
                    }
                },
                problem -> LOG.warn("The checkpoint could not be looked for.", problem));
    }

    private boolean idle() {
        return !model.statusProperty().get().state().active();
    }
}
