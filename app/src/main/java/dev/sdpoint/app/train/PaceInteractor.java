package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Recipe;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how fast runs train on this machine, and measures it when asked. JavaFX thread only. */
final class PaceInteractor {
    private static final Texts TEXTS = Texts.of(PaceInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(PaceInteractor.class);

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final LongJobs background;
    private final TrainingSession session;
    private final PaceFile file;
    private Optional<PaceProbe> probe = Optional.empty();

    /** @param session trains, and records nothing */
    PaceInteractor(
            TrainModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs background,
            TrainingSession session,
            PaceFile file) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.background = background;
        this.session = session;
        this.file = file;
        model.statusProperty().addListener((value, before, after) -> {
            if (after.state() == RunState.STARTING) {
                close(); // beside a run, neither would be as fast as it is alone
            }
        });
    }

    /** Reads what earlier sessions measured. */
    void readEarlier() {
        tasks.run(
                file::read,
                earlier -> model.paceProperty().set(earlier),
                problem -> LOG.warn("The pace of this machine is not remembered.", problem));
    }

    /** A run tells how fast it was. */
    void ended(RunEnd end) {
        if (end.imagesPerSecond() > 0) {
            learn(end.recipe(), end.imagesPerSecond());
        }
    }

    /** Trains a few iterations of the recipe in the form, of which nothing is kept but their pace. */
    void measure() {
        Optional<Recipe> recipe = model.form().recipeProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (recipe.isEmpty() || data.isEmpty() || model.measuringPaceProperty().get()) {
            return;
        }
        PaceProbe asked = new PaceProbe(recipe.get(), data.get());
        probe = Optional.of(asked);
        model.measuringPaceProperty().set(true);
        background.start(
                TEXTS.get("job.pace", recipe.get().network().name()),
                progress -> asked.run(session, progress),
                asked::stop,
                pace -> measured(recipe.get(), pace),
                this::failed);
    }

    /** Ends what is being measured. */
    void close() {
        probe.ifPresent(PaceProbe::stop);
    }

    private void measured(Recipe recipe, OptionalDouble pace) {
        model.measuringPaceProperty().set(false);
        pace.ifPresent(imagesPerSecond -> learn(recipe, imagesPerSecond));
    }

    private void failed(Throwable problem) {
        LOG.warn("The pace could not be measured.", problem);
        model.measuringPaceProperty().set(false);
        model.noticeProperty().set(Optional.of(Notice.problem(TEXTS.get("pace.failed", Sentence.of(problem)))));
    }

    private void learn(Recipe recipe, double imagesPerSecond) {
        tasks.run(
                () -> RecipeFacts.of(recipe),
                facts -> {
                    MeasuredPace pace = MeasuredPace.of(recipe, facts, imagesPerSecond);
                    model.paceProperty().set(model.paceProperty().get().with(pace));
                    keep(pace);
                },
                problem -> LOG.warn("The pace of the run is not known.", problem));
    }

    private void keep(MeasuredPace pace) {
        tasks.run(
                () -> {
                    file.remember(pace);
                    return pace;
                },
                kept -> {},
                problem -> LOG.warn("The pace of this machine cannot be remembered.", problem));
    }
}
