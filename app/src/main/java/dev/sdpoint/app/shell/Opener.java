package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderReport;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens models and data off the JavaFX thread and fills the workspace: the newest wish wins, and what cannot be opened leaves what
 * was open before. JavaFX thread only.
 */
final class Opener {
    private static final Texts TEXTS = Texts.of(Opener.class);
    private static final Logger LOG = LoggerFactory.getLogger(Opener.class);

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Opening opening;
    private final AnswerFinder answers;
    private final FolderOpening folders;
    private Cancellation loadingModel = () -> {};
    private Cancellation loadingData = () -> {};

    Opener(Workspace workspace, TaskRunner tasks, Opening opening, Sweeping sweeping, FolderOpening folders) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.opening = opening;
        this.folders = folders;
        answers = new AnswerFinder(workspace, tasks, opening, sweeping);
    }

    /**
     * Opens a model.
     *
     * @param name for people
     * @param source reads it; any exception's sentence is shown
     */
    void openModel(String name, Callable<OpenModel> source) {
        openModel(name, source, () -> {});
    }

    /**
     * Opens a model.
     *
     * @param name for people
     * @param source reads it; any exception's sentence is shown
     * @param otherwise what is done then, for what was open before is still open, or nothing is
     */
    void openModel(String name, Callable<OpenModel> source, Runnable otherwise) {
        loadingModel.cancel();
        opening.modelLoads(name);
        loadingModel = tasks.run(source, this::opened, problem -> {
            opening.modelLoads("");
            failed("model", name, problem, () -> openModel(name, source));
            otherwise.run();
            endedUnlessLoading();
        });
    }

    /** Ends what is being opened or computed; nothing comes of it any more. */
    void close() {
        loadingModel.cancel();
        loadingData.cancel();
        answers.close();
    }

    /** Opens a model that is in memory, in place of any that is being read. */
    void openModel(OpenModel model) {
        loadingModel.cancel();
        opened(model);
    }

    private void opened(OpenModel model) {
        opening.modelLoads("");
        LOG.info("The model {} is open.", model.name());
        answers.forget();
        workspace.selectedInstanceProperty().set(Instance.FULL);
        workspace.modelProperty().set(Optional.of(model));
        answers.find();
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
        loadingData = tasks.run(source, data -> opened(data, Optional.empty()), problem -> {
            opening.dataLoads("");
            failed("data", name, problem, () -> openData(name, source));
            endedUnlessLoading();
        });
    }

    /**
     * Opens a folder: of CIFAR-10 or CIFAR-100, or of pictures, which are read at the size that the open model takes, or at the program's
     * choice if none is open.
     */
    void openFolder(Path folder) {
        Optional<OpenModel> model = workspace.modelProperty().get();
        openFolder(
                folder,
                model.map(open -> OptionalInt.of(open.model().network().side())).orElse(OptionalInt.empty()));
    }

    private void openFolder(Path folder, OptionalInt side) {
        loadingData.cancel();
        String name = DataSets.title(folder);
        opening.dataLoads(name);
        loadingData = folders.start(folder, side, data -> opened(data, about(data, folder)), problem -> {
            opening.dataLoads("");
            failed("data", name, problem, () -> openFolder(folder, side));
            endedUnlessLoading();
        });
    }

    private Optional<Message> about(DataSet data, Path folder) {
        if (data.training().inMemory()) {
            return Optional.empty();
        }
        String words = TEXTS.get(
                "folder.opened",
                data.title(),
                data.training().size(),
                data.validation().size(),
                data.classCount(),
                data.side());
        List<Message.Action> actions = new ArrayList<>();
        int skipped = data.report().skipped().size();
        if (skipped > 0) {
            words += " " + TEXTS.get("folder.skipped", skipped);
        }
        if (!data.report().equals(FolderReport.NONE)) {
            actions.add(new Message.Action(TEXTS.get("folder.details"), () -> FolderDialogs.showSkipped(data)));
        }
        actions.add(new Message.Action(
                TEXTS.get("folder.other-size"),
                () -> FolderDialogs.askForSide(data, side -> openFolder(folder, side))));
        return Optional.of(new Message(Message.Kind.NOTICE, words, actions));
    }

    private void opened(DataSet data, Optional<Message> about) {
        opening.dataLoads("");
        opening.setStanding(about);
        answers.forget();
        workspace.selectedImageProperty().set(Optional.empty());
        workspace.dataProperty().set(Optional.of(data));
        answers.find();
    }

    private void endedUnlessLoading() {
        if (opening.modelLoadingProperty().get().isEmpty()
                && opening.dataLoadingProperty().get().isEmpty()) {
            opening.ended();
        }
    }

    private void failed(String kind, String name, Throwable problem, Runnable again) {
        if (problem instanceof CancellationException) {
            LOG.info("Opening the {} {} was cancelled.", kind, name);
            return;
        }
        LOG.error("The {} {} could not be opened.", kind, name, problem);
        opening.say(Message.problem(Sentence.of(problem), new Message.Action(TEXTS.get("again"), again)));
    }
}
