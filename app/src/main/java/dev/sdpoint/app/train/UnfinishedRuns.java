package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds runs that can go on, and offers them in the model while nothing trains. JavaFX thread only. */
final class UnfinishedRuns {
    private static final Texts TEXTS = Texts.of(UnfinishedRuns.class);
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRuns.class);

    private final TrainModel model;
    private final TaskRunner tasks;
    private final RunFiles files;
    private final Supplier<Optional<Path>> last;

    /** What was said of the run found last. */
    private Optional<Notice> said = Optional.empty();

    /** @param last where the checkpoint of the run on screen lies */
    UnfinishedRuns(TrainModel model, TaskRunner tasks, RunFiles files, Supplier<Optional<Path>> last) {
        this.last = last;
        this.model = model;
        this.tasks = tasks;
        this.files = files;
    }

    /**
     * Looks for a run that an earlier session left, stopped, crashed or killed. The outcome of a run that stands on screen with its model stays to be
     * read.
     */
    void lookForEarlier() {
        look(found -> {
            if (isOffered(found)) {
                return;
            }
            show(found);
            if (model.resultProperty().get().isPresent()) {
                return;
            }
            Optional<Notice> notice = found.map(UnfinishedRuns::words).map(Notice::hint);
            if (notice.isPresent() || model.noticeProperty().get().equals(said)) {
                model.noticeProperty().set(notice); // what others have said stays if there is nothing to say
            }
            said = notice;
        });
    }

    /**
     * Goes on with a run if its checkpoint is still there. If not, that is said, and another is looked for.
     *
     * @param next goes on with it
     */
    void whileThere(UnfinishedRun run, Runnable next) {
        tasks.run(
                () -> Files.isRegularFile(run.checkpoint()),
                there -> {
                    if (there) {
                        next.run();
                    } else {
                        look(found -> {
                            show(found);
                            model.noticeProperty().set(Optional.of(Notice.problem(gone(run, found))));
                        });
                    }
                },
                problem -> LOG.warn("The checkpoint could not be looked for.", problem));
    }

    private static String gone(UnfinishedRun run, Optional<Found> instead) {
        return TEXTS.get("run.checkpoint-gone", run.title())
                + " "
                + instead.map(UnfinishedRuns::words).orElseGet(() -> TEXTS.get("run.start-anew"));
    }

    private static String words(Found found) {
        return TEXTS.get(
                found.ended() ? "run.model-missing" : "run.unfinished",
                found.run().title());
    }

    /**
     * A run that can go on.
     *
     * @param ended whether only its model is missing
     */
    private record Found(UnfinishedRun run, boolean ended) {}

    private void look(Consumer<Optional<Found>> then) {
        Optional<Path> onScreen = finishedOnScreen();
        tasks.run(
                () -> files.newestUnfinished(onScreen).map(run -> new Found(run, files.finished(run))),
                found -> {
                    if (idle() && onScreen.equals(finishedOnScreen())) {
                        then.accept(found);
                    }
                },
                problem -> LOG.warn("Unfinished runs could not be looked for.", problem));
    }

    /** What is offered already stays as it is: a person may have typed a rate for it, or read what is said. */
    private boolean isOffered(Optional<Found> found) {
        return found.isPresent()
                && found.map(Found::run).equals(model.unfinishedProperty().get());
    }

    private void show(Optional<Found> found) {
        model.unfinishedProperty().set(found.map(Found::run));
        found.map(Found::run).flatMap(UnfinishedRun::peakRate).ifPresent(model.rate()::show);
    }

    /** The checkpoint of the run whose finished model is on screen: that run has nothing left to do. */
    private Optional<Path> finishedOnScreen() {
        return model.resultProperty().get().flatMap(trained -> last.get());
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
