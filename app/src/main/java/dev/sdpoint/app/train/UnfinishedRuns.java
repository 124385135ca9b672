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

    /** What was said of the run found last. */
    private Optional<Notice> said = Optional.empty();

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
                    if (idle() && !offered(found)) {
                        offerEarlier(found);
                    }
                },
                problem -> LOG.warn("Unfinished runs could not be looked for.", problem));
    }

    /** What is offered already stays as it is: a person may have typed a rate for it, or read what is said. */
    private boolean offered(Optional<UnfinishedRun> found) {
        return found.isPresent() && found.equals(model.unfinishedProperty().get());
    }

    private void offerEarlier(Optional<UnfinishedRun> found) {
        model.unfinishedProperty().set(found);
        found.flatMap(UnfinishedRun::peakRate).ifPresent(model.rate()::show);
        Optional<Notice> notice = found.map(run -> Notice.hint(TEXTS.get("run.unfinished", run.title())));
        if (notice.isPresent() || model.noticeProperty().get().equals(said)) {
            model.noticeProperty().set(notice); // what others have said stays if there is nothing to say
        }
        said = notice;
    }

    /** Offers a run that has just ended before its time, if it left a checkpoint. */
    void offer(Optional<UnfinishedRun> run) {
        tasks.run(
                () -> run.filter(r -> Files.isRegularFile(r.checkpoint())).map(files::looked),
                found -> {
                    if (idle()) {
                        model.unfinishedProperty().set(found);
                        // The rate may have been set after the checkpoint from which the run goes on.
                        found.filter(known -> known.dataFingerprint().isPresent())
                                .flatMap(UnfinishedRun::peakRate)
                                .ifPresent(model.rate()::told);
                    }
                },
                problem -> LOG.warn("The checkpoint could not be looked for.", problem));
    }

    private boolean idle() {
        return !model.statusProperty().get().state().active();
    }
}
