package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens models and data off the JavaFX thread and fills the workspace: the newest wish wins, and what cannot be opened leaves what
 * was open before. JavaFX thread only.
 */
final class Opener {
    private static final Logger LOG = LoggerFactory.getLogger(Opener.class);

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Opening opening;
    private final AnswerFinder answers;
    private Cancellation loadingModel = () -> {};
    private Cancellation loadingData = () -> {};

    Opener(Workspace workspace, TaskRunner tasks, Opening opening, Sweeping sweeping) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.opening = opening;
        answers = new AnswerFinder(workspace, tasks, opening, sweeping);
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
                    answers.forget();
                    workspace.selectedInstanceProperty().set(Instance.FULL);
                    workspace.modelProperty().set(Optional.of(model));
                    answers.find();
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
                    answers.forget();
                    workspace.selectedImageProperty().set(Optional.empty());
                    workspace.dataProperty().set(Optional.of(data));
                    answers.find();
                },
                problem -> {
                    opening.dataLoads("");
                    failed("data set", name, problem, () -> openData(name, source));
                });
    }

    private void failed(String kind, String name, Exception problem, Runnable again) {
        LOG.error("The {} {} could not be opened.", kind, name, problem);
        opening.say(Message.problem(Sentence.of(problem), new Message.Action("Try again", again)));
    }
}
