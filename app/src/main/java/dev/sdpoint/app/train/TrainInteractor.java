package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and steers a training run, which has a thread of its own. JavaFX thread only. */
final class TrainInteractor {
    private static final Texts TEXTS = Texts.of(TrainInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(TrainInteractor.class);

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final LongJobs background;
    private final TrainingSession session;
    private final RunFiles files;
    private final LongSupplier nanos;
    private final UnfinishedRuns unfinished;
    private final UnsavedModel unsaved;
    private final RunFollower follower;
    private final RunSteering steering;
    private final RunHeadlines headlines;
    private final List<Consumer<RunEnd>> listeners = new ArrayList<>();

    /** Set by the thread that trains. */
    private volatile Optional<RunProgress> progress = Optional.empty();

    private Optional<ActiveRun> running = Optional.empty();
    private Optional<UnfinishedRun> lastFiles = Optional.empty();
    private Supplier<Set<Path>> kept = Set::of;

    TrainInteractor(
            TrainModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs background,
            TrainingSession session,
            RunFiles files,
            LongSupplier nanos) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.background = background;
        this.session = session;
        this.files = files;
        this.nanos = nanos;
        this.unfinished = new UnfinishedRuns(model, tasks, files, this::lastCheckpoint);
        this.unsaved = new UnsavedModel(model, background, files);
        this.follower = new RunFollower(model, nanos);
        steering = new RunSteering(model, follower, () -> running);
        this.headlines = new RunHeadlines(model, workspace);
    }

    /** Hears how runs have ended, in the order of these calls; the last may begin another. */
    void onEnd(Consumer<RunEnd> listener) {
        listeners.add(listener);
    }

    /** @param checkpoints which are needed yet, however old */
    void keep(Supplier<Set<Path>> checkpoints) {
        kept = checkpoints;
    }

    /** Looks for a run that an earlier session left unfinished, or that was taken in from elsewhere. */
    void lookForUnfinished() {
        unfinished.lookForEarlier();
    }

    /** Begins a new run with the recipe in the form, once the finished model on screen is kept. */
    void start() {
        Optional<ParentRun> parent = model.form().parentProperty().get();
        model.form()
                .recipeProperty()
                .get()
                .filter(recipe -> !active())
                .ifPresent(recipe -> unsaved.before(lastCheckpoint(), notice -> start(recipe, parent, notice)));
    }

    /** Goes on with the unfinished run, once the finished model on screen is kept. */
    void resume() {
        unsaved.before(lastCheckpoint(), this::continueRun);
    }

    /** @see UnsavedModel#keep */
    void keepModel(Consumer<Optional<Path>> next, Consumer<String> refused) {
        unsaved.keep(lastCheckpoint(), next, refused);
    }

    /**
     * Begins a new run in place of the finished model on screen; nothing while another is under way.
     *
     * @param parent the run whose checkpoint it begins from; empty for new weights
     * @param notice what is to be read meanwhile
     */
    void start(Recipe recipe, Optional<ParentRun> parent, Optional<Notice> notice) {
        Optional<DataSet> data = workspace.dataProperty().get();
        if (data.isEmpty() || active()) {
            return;
        }
        follower.forget();
        model.noticeProperty().set(notice);
        model.rate().show(recipe.optimization().learningRate());
        model.statusProperty().set(RunStatus.READY.in(RunState.STARTING));
        headlines.training(recipe, 0);
        Set<Path> needed = kept.get();
        tasks.run(
                () -> files.begin(recipe, parent, data.get(), needed),
                checkpoint -> {
                    if (steering.stopAsked()) {
                        withdrawn(recipe, checkpoint);
                        return;
                    }
                    Optional<UnfinishedRun> where = Optional.of(UnfinishedRun.of(recipe, checkpoint));
                    launch(recipe, data.get(), where, Optional.empty(), false);
                },
                problem -> cannotBegin(recipe, data.get(), parent, problem));
    }

    /** Stopped before it was under way: nothing of it is worth going on from. */
    private void withdrawn(Recipe recipe, Path checkpoint) {
        tasks.run(
                () -> {
                    files.discard(checkpoint);
                    return checkpoint;
                },
                gone -> {},
                problem -> LOG.warn("The folder of a run that never began stays.", problem));
        end(RunEnd.before(recipe, RunState.STOPPED));
    }

    private void cannotBegin(Recipe recipe, DataSet data, Optional<ParentRun> parent, Exception problem) {
        LOG.warn("No folder for checkpoints, or no checkpoint to begin from.", problem);
        if (parent.isPresent()) {
            say(Notice.problem(RunSentences.failed(problem)));
            end(RunEnd.before(recipe, RunState.FAILED));
            return;
        }
        if (steering.stopAsked()) {
            end(RunEnd.before(recipe, RunState.STOPPED));
            return;
        }
        launch(recipe, data, Optional.empty(), Optional.empty(), false);
        say(Notice.problem(TEXTS.get("run.no-checkpoint", Sentence.of(problem))));
    }

    /** Goes on with the unfinished run from its checkpoint. */
    void continueRun() {
        continueRun(Optional.empty());
    }

    /** @param notice what is to be read meanwhile */
    private void continueRun(Optional<Notice> notice) {
        Optional<UnfinishedRun> run = model.unfinishedProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (run.isEmpty() || data.isEmpty() || active()) {
            return;
        }
        Optional<Recipe> recipe = run.get().recipe(data.get());
        if (recipe.isEmpty()) {
            say(Notice.problem(TEXTS.get("run.other-data", run.get().title())));
            return;
        }
        unfinished.whileThere(run.get(), () -> goOn(recipe.get(), data.get(), run.get(), notice));
    }

    private void goOn(Recipe recipe, DataSet data, UnfinishedRun run, Optional<Notice> notice) {
        if (active()) {
            return; // another began meanwhile
        }
        Optional<Double> rate = model.rate().typed();
        boolean shown = lastCheckpoint().equals(Optional.of(run.checkpoint()));
        if (!shown) {
            follower.forget(); // what is shown is of another run
        }
        model.noticeProperty().set(notice);
        model.resultProperty().set(Optional.empty());
        launch(recipe, data, Optional.of(run), rate, shown);
    }

    /** Pausing, stopping and the like, of the run that is under way. */
    RunSteering steering() {
        return steering;
    }

    /** Moves what the run has told since the last call into the model. */
    void drain() {
        running.ifPresent(run -> {
            follower.drain(run, false);
            progress.ifPresent(RunProgress::tellNow);
        });
    }

    /** The program ends: the run writes a checkpoint, if it can, and stops. */
    void close() {
        listeners.clear();
        running.ifPresent(run -> run.control().stopRegardless());
    }

    /** Whether a run is under way or about to be. */
    boolean active() {
        return running.isPresent() || model.statusProperty().get().state().active();
    }

    /** Where the checkpoint of the last run lies, for whoever keeps its model elsewhere. */
    Optional<Path> lastCheckpoint() {
        return lastFiles.map(UnfinishedRun::checkpoint);
    }

    /**
     * Trains.
     *
     * @param rate a peak learning rate that was typed before, in place of the one that the checkpoint has
     * @param shown whether the curves on screen are of this run, and are carried on
     */
    private void launch(
            Recipe recipe, DataSet data, Optional<UnfinishedRun> where, Optional<Double> rate, boolean shown) {
        ActiveRun run = ActiveRun.of(recipe, where);
        rate.ifPresent(typed -> {
            run.control().setPeakLearningRate(typed);
            model.rate().show(typed);
        });
        TelemetryBuffer sink = follower.follow(run, shown);
        lastFiles = where;
        progress = Optional.empty();
        running = Optional.of(run);
        model.runRecipeProperty().set(Optional.of(recipe));
        model.unfinishedProperty().set(Optional.empty());
        // Another architecture's costs would press the run's own curve into a corner; it can still be asked for.
        model.referenceShownProperty()
                .set(workspace
                        .modelProperty()
                        .get()
                        .filter(open -> open.model().network().equals(recipe.network()))
                        .isPresent());
        tasks.run(
                () -> RecipeFacts.of(recipe),
                facts -> model.runFactsProperty().set(Optional.of(facts)),
                problem -> LOG.warn(
                        "The instances of {} could not be counted.",
                        recipe.network().name(),
                        problem));
        background.start(
                TEXTS.get("job.training", recipe.network().name()),
                job -> session.run(
                        recipe,
                        data,
                        run.control(),
                        new PercentWatch(
                                percent -> tasks.onFxThread(() -> headline(run, percent)),
                                progressOf(job, event -> take(sink, event))),
                        where.map(UnfinishedRun::checkpoint)),
                run.control()::stop,
                result -> ended(run, result),
                failure -> failed(run, failure));
    }

    private RunProgress progressOf(BackgroundJob.Progress job, Consumer<TrainingEvent> next) {
        RunProgress made = new RunProgress(job, next, nanos);
        progress = Optional.of(made);
        return made;
    }

    /** On the training thread: what a person waits for is shown at once, the rest when the place looks for it. */
    private void take(TelemetryBuffer sink, TrainingEvent event) {
        sink.accept(event);
        if (event instanceof TrainingEvent.Started
                || event instanceof TrainingEvent.Paused
                || event instanceof TrainingEvent.Resumed
                || event instanceof TrainingEvent.CheckpointFailed
                || event instanceof TrainingEvent.StopHeld
                || event instanceof TrainingEvent.Warned) {
            tasks.onFxThread(this::drain);
        }
    }

    private void ended(ActiveRun run, TrainingResult result) {
        follower.drain(run, true);
        running = Optional.empty();
        if (result instanceof TrainingResult.Completed completed) {
            model.resultProperty().set(Optional.of(completed.model()));
            say(Notice.hint(RunSentences.finished(completed.model())));
            end(RunEnd.of(run, RunState.FINISHED));
        } else {
            model.statusProperty().set(model.statusProperty().get().in(RunState.STOPPED));
            unfinished.offer(run.files());
            end(RunEnd.of(run, RunState.STOPPED));
        }
    }

    private void failed(ActiveRun run, Throwable failure) {
        LOG.error("Training ended by an error.", failure);
        follower.drain(run, true);
        running = Optional.empty();
        model.statusProperty().set(model.statusProperty().get().in(RunState.FAILED));
        say(Notice.problem(RunSentences.failed(failure)));
        unfinished.offer(run.files());
        end(RunEnd.of(run, RunState.FAILED));
    }

    private void end(RunEnd end) {
        model.statusProperty().set(model.statusProperty().get().in(end.how()));
        headlines.ended(end);
        List.copyOf(listeners).forEach(listener -> listener.accept(end));
    }

    /** What the training thread told a moment ago may be of a run that has ended since. */
    private void headline(ActiveRun run, int percent) {
        if (running.filter(run::equals).isPresent()) {
            headlines.training(run.recipe(), percent);
        }
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }
}
