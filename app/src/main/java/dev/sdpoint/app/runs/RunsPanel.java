package dev.sdpoint.app.runs;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FramePump;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The list of all recorded runs. Wires model, view and interactors. JavaFX thread only. */
public final class RunsPanel implements Panel {
    /** Looks a second: what other processes change, and how far runs have come, shows soon enough. */
    private static final double HERTZ = 0.5;

    private final RunsInteractor interactor;
    private final RunsViewBuilder builder;
    private final FramePump pump;
    private @Nullable Parent view;
    private boolean onScreen;

    /**
     * @param workspace takes what a person wants compared, or trained again, and gives the files of runs that are to be taken in
     * @param archive the runs; whoever made it closes it
     */
    public RunsPanel(Workspace workspace, TaskRunner tasks, RunArchive archive) {
        this(workspace, tasks, archive, RunJobs.background(), Optional.empty());
    }

    /** @param files asks for files; the system's dialogs if empty */
    RunsPanel(Workspace workspace, TaskRunner tasks, RunArchive archive, RunJobs jobs, Optional<RunFileChoice> files) {
        RunsModel model = new RunsModel();
        interactor = new RunsInteractor(model, workspace, tasks, archive);
        TransferInteractor transfer = new TransferInteractor(
                model,
                archive,
                jobs,
                files.orElseGet(() -> RunFileChoice.dialogs(
                        () -> scene().map(Scene::getWindow).orElse(null))));
        builder = new RunsViewBuilder(model, interactor, transfer);
        pump = new FramePump(HERTZ, interactor::refreshIfChanged);
        archive.onChange(() -> tasks.onFxThread(this::changed));
        workspace.wantedRunFilesProperty().addListener((value, before, now) -> take(workspace, transfer));
        take(workspace, transfer);
    }

    private static void take(Workspace workspace, TransferInteractor transfer) {
        List<Path> files = workspace.wantedRunFilesProperty().get();
        if (!files.isEmpty()) {
            transfer.importFiles(files);
            workspace.wantedRunFilesProperty().set(List.of());
        }
    }

    private Optional<Scene> scene() {
        return Optional.ofNullable(view).map(Parent::getScene);
    }

    private void changed() {
        if (onScreen) {
            interactor.refresh();
        }
    }

    @Override
    public List<Piece<?>> pieces() {
        return builder.pieces();
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
    public void shown() {
        onScreen = true;
        interactor.refresh();
        pump.start();
        builder.list().take();
    }

    @Override
    public void hidden() {
        if (onScreen) {
            onScreen = false;
            builder.keepTyped();
            pump.stop();
        }
    }

    @Override
    public void undo() {
        interactor.undo();
    }

    @Override
    public void close() {
        hidden();
    }
}
