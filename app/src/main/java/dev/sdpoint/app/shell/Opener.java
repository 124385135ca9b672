package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens models and data off the JavaFX thread and fills the workspace: the newest wish wins, and what cannot be opened leaves what
 * was open before. Then finds the model's answers on the data's validation images, or has them computed. JavaFX thread only.
 */
final class Opener {
    private static final Logger LOG = LoggerFactory.getLogger(Opener.class);

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Opening opening;
    private final Sweeping sweeping;
    private Cancellation loadingModel = () -> {};
    private Cancellation loadingData = () -> {};
    private Cancellation matching = () -> {};

    Opener(Workspace workspace, TaskRunner tasks, Opening opening, Sweeping sweeping) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.opening = opening;
        this.sweeping = sweeping;
    }

    /**
     * Opens a model.
     *
     * @param name for people
     * @param source reads it; any exception's sentence is shown
     */
    void openModel(String name, Callable<OpenModel> source) {
        loadingModel.cancel();
        opening.modelLoads(name);
        loadingModel = tasks.run(
                source,
                model -> {
                    opening.modelLoads("");
                    workspace.outcomesProperty().set(Optional.empty());
                    workspace.selectedInstanceProperty().set(Instance.FULL);
                    workspace.modelProperty().set(Optional.of(model));
                    match();
                },
                problem -> {
                    opening.modelLoads("");
                    failed("model", name, problem, () -> openModel(name, source));
                });
    }

    /**
     * Opens a data set.
     *
     * @param name for people
     * @param source reads it; any exception's sentence is shown
     */
    void openData(String name, Callable<DataSet> source) {
        loadingData.cancel();
        opening.dataLoads(name);
        loadingData = tasks.run(
                source,
                data -> {
                    opening.dataLoads("");
                    workspace.outcomesProperty().set(Optional.empty());
                    workspace.selectedImageProperty().set(Optional.empty());
                    workspace.dataProperty().set(Optional.of(data));
                    match();
                },
                problem -> {
                    opening.dataLoads("");
                    failed("data set", name, problem, () -> openData(name, source));
                });
    }

    private void match() {
        matching.cancel();
        sweeping.cancel();
        Optional<OpenModel> model = workspace.modelProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (model.isEmpty() || data.isEmpty()) {
            return;
        }
        String mismatch = Fit.problem(model.get().model(), data.get());
        if (!mismatch.isEmpty()) {
            opening.say(Message.problem(mismatch));
            return;
        }
        OpenModel open = model.get();
        DataSet images = data.get();
        matching = tasks.run(
                () -> open.model().outcomes().forImages(images.validation()),
                recorded -> recorded.ifPresentOrElse(this::filled, () -> sweep(open, images)),
                problem -> {
                    LOG.error("The recorded answers of {} cannot be used.", open.name(), problem);
                    sweep(open, images);
                });
    }

    private void sweep(OpenModel model, DataSet data) {
        opening.say(Message.notice(model.name() + " has no answers on " + data.title()
                + " yet. They are being computed; the Gallery fills when they are there."));
        sweeping.start(
                model.model(),
                data.validation(),
                outcomes -> {
                    opening.messageProperty().set(Optional.empty());
                    filled(outcomes);
                },
                problem -> {
                    LOG.error("The sweep of {} on {} failed.", model.name(), data.title(), problem);
                    opening.say(Message.problem(
                            "The answers of " + model.name() + " could not be computed. " + Sentence.of(problem),
                            new Message.Action("Try again", () -> sweep(model, data))));
                });
    }

    private void filled(Outcomes outcomes) {
        workspace.outcomesProperty().set(Optional.of(outcomes));
        Timing.reached("everything filled");
        tasks.run(Timing::report, lines -> {}, problem -> LOG.info("The times of the start cannot be told.", problem));
    }

    private void failed(String kind, String name, Exception problem, Runnable again) {
        LOG.error("The {} {} could not be opened.", kind, name, problem);
        opening.say(Message.problem(Sentence.of(problem), new Message.Action("Try again", again)));
    }
}
