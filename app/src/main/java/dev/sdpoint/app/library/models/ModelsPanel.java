package dev.sdpoint.app.library.models;

import dev.sdpoint.app.concurrent.FramePump;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The models on this machine. Wires model, view and interactor; imports go on when it is left. JavaFX thread only. */
public final class ModelsPanel implements Panel {
    private static final double HERTZ = 0.5;

    private final ModelsInteractor interactor;
    private final ModelsViewBuilder builder;
    private final FramePump pump;
    private @Nullable Parent view;

    /**
     * @param workspace knows the open model
     * @param shelves where models are
     * @param actions opens what a person chooses
     * @param undos takes in what is deleted here
     */
    public ModelsPanel(
            Workspace workspace, TaskRunner tasks, ModelShelves shelves, ModelActions actions, UndoStack undos) {
        this(workspace, tasks, shelves, actions, undos, LongJobs.inBackground(), Optional.empty());
    }

    /** @param files asks for files; the system's dialogs if empty */
    ModelsPanel(
            Workspace workspace,
            TaskRunner tasks,
            ModelShelves shelves,
            ModelActions actions,
            UndoStack undos,
            LongJobs jobs,
            Optional<ModelFileChoice> files) {
        ModelsModel model = new ModelsModel();
        interactor = new ModelsInteractor(model, workspace, tasks, jobs, shelves, actions, undos);
        builder = new ModelsViewBuilder(
                model,
                interactor,
                files.orElseGet(() -> ModelFileChoice.dialogs(
                        () -> scene().map(Scene::getWindow).orElse(null))));
        pump = new FramePump(HERTZ, interactor::refreshIfChanged);
    }

    private Optional<Scene> scene() {
        return Optional.ofNullable(view).map(Parent::getScene);
    }

    @Override
    public Parent view() {
        Parent built = view;
        if (built == null) {
            built = builder.build();
            view = built;
        }
        return built;
    }

    @Override
    public List<Piece<?>> pieces() {
        return builder.pieces();
    }

    @Override
    public void shown() {
        interactor.refresh();
        pump.start();
    }

    @Override
    public void hidden() {
        pump.stop();
        interactor.hideNotice();
    }

    @Override
    public void undo() {
        interactor.undo();
    }

    @Override
    public void close() {
        pump.stop();
        interactor.close();
    }
}
