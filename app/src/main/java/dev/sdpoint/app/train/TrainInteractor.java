package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts, steers and follows a training run. The run has a thread of its own; what it tells is folded in a {@link
 * TelemetryBuffer} and moved into the model by {@link #drain()}. JavaFX thread only.
 */
final class TrainInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(TrainInteractor.class);
    /** Iterations that smoothed curves average over, as a share of an epoch. */
    private static final double HORIZON = 0.5;

    private static final double SHORTEST_HORIZON = 10;

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Background background;
    private final TrainingSession session;
    private final RunFiles files;
    private final LongSupplier nanos;
    private final UnfinishedRuns unfinished;

    private Optional<ActiveRun> running = Optional.empty();
    private Optional<UnfinishedRun> lastFiles = Optional.empty();
    private Optional<Double> editedRate = Optional.empty();
    private TelemetryBuffer telemetry = new TelemetryBuffer(1);
    private final CurvePace curvePace = new CurvePace();

    TrainInteractor(
            TrainModel model,
            Workspace workspace,
            TaskRunner tasks,
            Background background,
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
        this.unfinished = new UnfinishedRuns(model, tasks, files);
    }

    /** Looks for a run that an earlier session left unfinished, or that was taken in from elsewhere. */
    void lookForUnfinished() {
        unfinished.lookForEarlier();
    }

    /** Begins a new run with the recipe in the form. */
    void start() {
        Optional<Recipe> recipe = model.form().recipeProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (recipe.isEmpty() || data.isEmpty() || active()) {
            return;
        }
        RecipeEntries entries = model.form().entriesProperty().get();
        editedRate = Optional.empty();
        forget();
        model.statusProperty().set(RunStatus.READY.in(RunState.STARTING));
        tasks.run(
                () -> files.begin(entries),
                checkpoint -> launch(recipe.get(), data.get(), Optional.of(new UnfinishedRun(entries, checkpoint))),
                problem -> {
                    LOG.warn("No folder for checkpoints.", problem);
                    launch(recipe.get(), data.get(), Optional.empty());
                    say(Notice.problem("No checkpoint can be written (" + problem.getMessage()
                            + "): the run trains, but cannot be continued once stopped."));
                });
    }

    /** Goes on with the unfinished run from its checkpoint. */
    void continueRun() {
        Optional<UnfinishedRun> run = model.unfinishedProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (run.isEmpty() || data.isEmpty() || active()) {
            return;
        }
        Optional<Recipe> recipe = run.get()
                .recorded()
                .or(() -> RecipeReader.read(run.get().entries(), data.get()).recipe());
        if (recipe.isEmpty()) {
            say(Notice.problem("The unfinished run of " + run.get().title()
                    + " does not fit the open data set. Open the one it was begun with."));
            return;
        }
        double ofRecipe = recipe.get().optimization().learningRate();
        double known = lastFiles.equals(run) ? editedRate.orElse(ofRecipe) : ofRecipe;
        Optional<Double> rate = unfinished.rateFor(run.get(), known);
        if (!lastFiles.equals(run)) {
            forget(); // what is shown is of another run
        }
        model.noticeProperty().set(Optional.empty());
        model.resultProperty().set(Optional.empty());
        editedRate = rate;
        if (rate.isEmpty()) {
            model.form().load(run.get().entries());
        }
        launch(recipe.get(), data.get(), run);
    }

    /** Pauses, or goes on after a pause. */
    void pauseOrResume() {
        running.ifPresent(run -> {
            boolean pause = !run.control().pauseRequested();
            if (pause) {
                run.control().pause();
            } else {
                run.control().resume();
            }
            run.tracker().pauseAsked(pause);
            showStatus(run);
        });
    }

    /** Asks the run to write a checkpoint and end. */
    void stop() {
        running.ifPresent(run -> {
            run.control().stop();
            run.tracker().stopAsked();
            showStatus(run);
        });
    }

    /** Asks for an evaluation of all instances after the iteration under way. */
    void evaluateNow() {
        running.ifPresent(run -> {
            run.control().evaluateNow();
            run.tracker().evaluationAsked();
            showStatus(run);
        });
    }

    /** Applies the peak learning rate that stands in the form to the run, if it is right and was changed. */
    void applyPeakRate() {
        running.ifPresent(run -> {
            if (model.form().errorsProperty().get().containsKey(RecipeField.LEARNING_RATE)) {
                return;
            }
            double rate = Double.parseDouble(
                    model.form().text(RecipeField.LEARNING_RATE).get().strip());
            double now = editedRate.orElse(run.recipe().optimization().learningRate());
            if (Double.compare(rate, now) != 0) {
                run.control().setPeakLearningRate(rate);
                editedRate = Optional.of(rate);
                model.noticeProperty()
                        .set(Optional.of(
                                Notice.hint("The peak learning rate is " + rate + " from the next iteration on.")));
            }
        });
    }

    /** Moves what the run has told since the last call into the model. */
    void drain() {
        running.ifPresent(run -> drain(run, false));
    }

    /** The program ends: the run writes a checkpoint and stops. */
    void close() {
        running.ifPresent(run -> run.control().stop());
    }

    /** Whether a run is under way or about to be. */
    boolean active() {
        return running.isPresent() || model.statusProperty().get().state().active();
    }

    private void launch(Recipe recipe, DataSet data, Optional<UnfinishedRun> files) {
        boolean goesOn = model.unfinishedProperty().get().equals(files) && files.isPresent();
        if (!goesOn || model.curvesProperty().get().equals(RunCurves.EMPTY)) {
            telemetry = new TelemetryBuffer(recipe.space().size());
        }
        curvePace.restart();
        ActiveRun run = ActiveRun.of(recipe, files);
        lastFiles = files;
        editedRate.ifPresent(run.control()::setPeakLearningRate);
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
        model.statusProperty().set(run.tracker().status(nanos.getAsLong()));
        tasks.run(
                () -> RecipeFacts.of(recipe),
                facts -> model.runFactsProperty().set(Optional.of(facts)),
                problem -> LOG.warn(
                        "The instances of {} could not be counted.",
                        recipe.network().name(),
                        problem));
        TelemetryBuffer sink = telemetry;
        background.start(
                "Training " + recipe.network().name(),
                progress -> session.run(
                        recipe,
                        data,
                        run.control(),
                        new RunProgress(progress, sink, nanos),
                        files.map(UnfinishedRun::checkpoint)),
                run.control()::stop,
                result -> ended(run, result),
                failure -> failed(run, failure));
    }

    /** @param last whether nothing follows, so that the curves must be whole */
    private void drain(ActiveRun run, boolean last) {
        TelemetryFrame frame = telemetry.drain();
        CostErrorData shown = model.costErrorProperty().get();
        for (TrainingEvent event : frame.events()) {
            if (event instanceof TrainingEvent.Evaluated evaluated) {
                String label = "epoch " + evaluated.epoch();
                shown = shown.plus(new CostErrorData.Labelled(label, evaluated.sweep()));
                model.history().add(0, EvaluationSummary.of(label, evaluated.sweep()));
            } else if (event instanceof TrainingEvent.PeakRateChanged changed) {
                editedRate = Optional.of(changed.peakRate());
                showRate(run, changed.peakRate());
            } else if (event instanceof TrainingEvent.Warned warned) {
                say(Notice.hint(warned.message()));
            }
        }
        model.statusProperty().set(run.tracker().take(frame, nanos.getAsLong()));
        if (!shown.equals(model.costErrorProperty().get())) {
            model.costErrorProperty().set(shown);
        }
        if (last
                || (frame.newest().isPresent()
                        && curvePace.due(frame.newest().get().iteration(), nanos.getAsLong()))) {
            double horizon = Math.max(SHORTEST_HORIZON, HORIZON * run.tracker().iterationsPerEpoch());
            model.curvesProperty().set(telemetry.curves(horizon, run.tracker().iterationsPerEpoch()));
        }
    }

    /** A rate that comes from the checkpoint stands in the form, unless a person has typed another meanwhile. */
    private void showRate(ActiveRun run, double rate) {
        StringProperty text = model.form().text(RecipeField.LEARNING_RATE);
        if (run.files().stream()
                .anyMatch(
                        files -> files.entries().text(RecipeField.LEARNING_RATE).equals(text.get()))) {
            text.set(String.valueOf(rate));
        }
    }

    private void ended(ActiveRun run, TrainingResult result) {
        drain(run, true);
        running = Optional.empty();
        keepPace(run);
        if (result instanceof TrainingResult.Completed completed) {
            model.resultProperty().set(Optional.of(completed.model()));
            model.statusProperty().set(model.statusProperty().get().in(RunState.FINISHED));
            say(Notice.hint(RunSentences.finished(completed.model())));
        } else {
            model.statusProperty().set(model.statusProperty().get().in(RunState.STOPPED));
            unfinished.offer(run.files());
        }
    }

    private void failed(ActiveRun run, Throwable failure) {
        LOG.error("Training ended by an error.", failure);
        drain(run, true);
        running = Optional.empty();
        keepPace(run);
        model.statusProperty().set(model.statusProperty().get().in(RunState.FAILED));
        say(Notice.problem(RunSentences.failed(failure)));
        unfinished.offer(run.files());
    }

    private void keepPace(ActiveRun run) {
        double measured = model.statusProperty().get().imagesPerSecond();
        if (measured > 0) {
            model.paceProperty().set(Optional.of(MeasuredPace.of(run.recipe(), measured)));
        }
    }

    private void forget() {
        model.noticeProperty().set(Optional.empty());
        model.resultProperty().set(Optional.empty());
        model.unfinishedProperty().set(Optional.empty());
        model.curvesProperty().set(RunCurves.EMPTY);
        model.history().clear();
        model.costErrorProperty().set(model.costErrorProperty().get().cleared());
    }

    private void say(Notice notice) {
        model.noticeProperty().set(Optional.of(notice));
    }

    private void showStatus(ActiveRun run) {
        model.statusProperty().set(run.tracker().status(nanos.getAsLong()));
    }

    /** Where the checkpoint of the last run lies, for whoever keeps its model elsewhere. */
    Optional<Path> lastCheckpoint() {
        return lastFiles.map(UnfinishedRun::checkpoint);
    }
}
