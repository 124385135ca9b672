package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TimeLeft;
import dev.sdpoint.app.gallery.CompareModel.Stage;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Progress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the groups of the open model with those of another one: has the other one's answers fetched or computed, counts which images
 * moved, and filters the gallery to some of them. Follows the gallery. JavaFX thread only.
 */
final class CompareInteractor {
    private static final Texts TEXTS = Texts.of(CompareInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(CompareInteractor.class);
    private static final long TELL_NANOS = 100_000_000L;

    private final GalleryModel gallery;
    private final CompareModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final LongJobs jobs;
    private final OtherSweeps sweeps;
    private final Consumer<GalleryFilter> filter;
    private Optional<GallerySource> other = Optional.empty();
    private AtomicBoolean stop = new AtomicBoolean();
    private TaskRunner.Cancellation counting = () -> {};

    /** @param filter shows what passes a filter */
    CompareInteractor(
            GalleryModel gallery,
            CompareModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs jobs,
            OtherSweeps sweeps,
            Consumer<GalleryFilter> filter) {
        this.gallery = gallery;
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.jobs = jobs;
        this.sweeps = sweeps;
        this.filter = filter;
    }

    /** Begins to follow the gallery. */
    void start() {
        gallery.sourceProperty().addListener((property, before, now) -> count());
        gallery.criterionProperty().addListener((property, before, now) -> count());
        workspace.dataProperty().addListener((property, before, now) -> end());
        workspace
                .modelProperty()
                .subscribe(open -> model.openNameProperty()
                        .set(open.map(OpenModel::name).orElse(TEXTS.get("compare.open-model"))));
    }

    /** Looks anew for what there is to compare with. */
    void lookForChoices() {
        tasks.run(
                sweeps::choices,
                found -> {
                    if (!model.choices().equals(found)) {
                        model.choices().setAll(found);
                    }
                },
                problem -> LOG.warn("The models of recorded runs cannot be listed.", problem));
    }

    /** Compares with another model; a comparison that is there, or under way, ends. */
    void compareWith(OtherModel wanted) {
        end();
        AtomicBoolean stopped = new AtomicBoolean();
        stop = stopped;
        model.nameProperty().set(wanted.name());
        Optional<DataSet> data = workspace.dataProperty().get();
        if (data.isEmpty() || gallery.sourceProperty().get().isEmpty()) {
            refuse(TEXTS.get("compare.no-groups"));
            return;
        }
        Optional<String> refusal = wanted.refusal(data.get());
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return;
        }
        model.progressProperty().set(-1);
        model.messageProperty().set("");
        model.stageProperty().set(Stage.RUNNING);
        int images = data.get().validation().size();
        jobs.start(
                TEXTS.get("compare.job", wanted.name()),
                progress -> sweeps.of(wanted, data.get(), watched(progress, stopped, images)),
                () -> stopped.set(true),
                found -> found(found, stopped),
                problem -> failed(wanted, stopped, problem));
    }

    private Progress watched(BackgroundJob.Progress progress, AtomicBoolean stopped, int images) {
        AtomicLong told = new AtomicLong(System.nanoTime() - TELL_NANOS);
        return share -> {
            if (stopped.get() || progress.cancelled()) {
                throw new InterruptedException("the comparison was cancelled");
            }
            progress.update(Math.round(share * images), images, "");
            if (System.nanoTime() - told.get() >= TELL_NANOS) {
                told.set(System.nanoTime());
                String words = Figures.percent(share)
                        + progress.left()
                                .map(left -> " · " + TimeLeft.words(left))
                                .orElse("");
                tasks.onFxThread(() -> {
                    if (!stopped.get()) {
                        model.progressProperty().set(share);
                        model.messageProperty().set(words);
                    }
                });
            }
        };
    }

    private void found(GallerySource found, AtomicBoolean stopped) {
        if (stop != stopped) {
            return; // another comparison was asked for since
        }
        if (stopped.get()) {
            end();
        } else {
            other = Optional.of(found);
            model.stageProperty().set(Stage.READY);
            count();
        }
    }

    private void failed(OtherModel wanted, AtomicBoolean stopped, Throwable problem) {
        if (stop != stopped) {
            return;
        }
        if (stopped.get() || problem instanceof InterruptedException) {
            end();
        } else {
            LOG.warn("There is no comparison with {}.", wanted.name(), problem);
            refuse(TEXTS.get("compare.failed", wanted.name(), Sentence.of(problem)));
        }
    }

    private void refuse(String sentence) {
        model.problemProperty().set(sentence);
        model.stageProperty().set(Stage.REFUSED);
    }

    /** Ends the comparison, or the work for it, and shows all images again. */
    void end() {
        stop.set(true);
        counting.cancel();
        other = Optional.empty();
        showAll();
        model.movesProperty().set(Optional.empty());
        model.waitingProperty().set(false);
        model.stageProperty().set(Stage.NONE);
    }

    private void count() {
        counting.cancel();
        Optional<GallerySource> source = gallery.sourceProperty().get().filter(GallerySource::complete);
        showAll();
        model.waitingProperty().set(other.isPresent() && source.isEmpty());
        if (other.isEmpty() || source.isEmpty()) {
            model.movesProperty().set(Optional.empty());
            return;
        }
        GallerySource second = other.get();
        Criterion criterion = gallery.criterionProperty().get();
        counting = tasks.run(
                () -> new GroupMoves(source.get(), second, criterion),
                found -> model.movesProperty().set(Optional.of(found)),
                problem -> {
                    other = Optional.empty();
                    refuse(Sentence.of(problem));
                });
    }

    /** Shows the images of a cell; all of them again if they are shown already. */
    void toggleCell(int row, int column) {
        model.movesProperty().get().ifPresent(moves -> toggle(moves.cell(row, column)));
    }

    /** Shows the images that a move took; all of them again if they are shown already. */
    void toggleMove(Move move) {
        model.movesProperty().get().ifPresent(moves -> toggle(moves.all(move)));
    }

    private void toggle(Picked wanted) {
        GalleryFilter now = gallery.filterProperty().get();
        boolean shown = now.picked().title().equals(wanted.title());
        filter.accept(now.withPicked(shown ? Picked.ALL : wanted));
    }

    private void showAll() {
        GalleryFilter now = gallery.filterProperty().get();
        if (!now.picked().all()) {
            filter.accept(now.withPicked(Picked.ALL));
        }
    }
}
