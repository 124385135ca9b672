package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.FramePump;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.download.DataArchive;
import dev.sdpoint.engine.download.DataArchives;
import dev.sdpoint.engine.download.DataLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Data sets and models on this machine. Wires model, view and interactor; jobs go on when it is left. JavaFX thread only. */
public final class LibraryPlace implements Place {
    private static final double HERTZ = 4;

    private final LibraryModel model;
    private final LibraryInteractor interactor;
    private final LibraryViewBuilder builder;
    private final OwnFolderPanel own;
    private final Panel models;
    private final UndoStack undos;
    private final FramePump pump;
    private @Nullable Parent view;

    /**
     * @param library where data sets are installed
     * @param kept what the program keeps of a person's folders
     * @param actions opens what a person chooses
     * @param models fills the side of the models; shown, hidden and closed with this place
     * @param undos takes in what is taken away here, as on the side of the models
     */
    public LibraryPlace(
            Workspace workspace,
            TaskRunner tasks,
            DataLibrary library,
            KeptPictures kept,
            LibraryActions actions,
            Panel models,
            UndoStack undos) {
        this(
                workspace,
                tasks,
                library,
                kept,
                actions,
                models,
                undos,
                DataArchives.all(),
                LongJobs.inBackground(),
                Optional.empty());
    }

    /** @param files asks for files; the system's dialogs if empty */
    LibraryPlace(
            Workspace workspace,
            TaskRunner tasks,
            DataLibrary library,
            KeptPictures kept,
            LibraryActions actions,
            Panel models,
            UndoStack undos,
            List<DataArchive> archives,
            LongJobs jobs,
            Optional<LibraryFileChoice> files) {
        this.models = models;
        this.undos = undos;
        model = new LibraryModel(archives);
        interactor = new LibraryInteractor(model, workspace, tasks, jobs, library, actions, undos);
        LibraryFileChoice choice = files.orElseGet(() ->
                LibraryFileChoice.dialogs(() -> scene().map(Scene::getWindow).orElse(null)));
        own = new OwnFolderPanel(tasks, kept, choice, interactor::openFolder);
        builder = new LibraryViewBuilder(model, interactor, choice, own, new Piece<>(models::view));
        pump = new FramePump(HERTZ, interactor::pump);
    }

    private Optional<Scene> scene() {
        return Optional.ofNullable(view).map(Parent::getScene);
    }

    @Override
    public PlaceId id() {
        return PlaceId.LIBRARY;
    }

    @Override
    public List<Piece<?>> pieces() {
        List<Piece<?>> pieces = new ArrayList<>(models.pieces());
        pieces.addAll(builder.pieces());
        return pieces;
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
        interactor.refresh();
        own.shown();
        pump.start();
        models.shown();
    }

    @Override
    public void hidden() {
        pump.stop();
        interactor.hideNotice();
        models.hidden();
    }

    @Override
    public void undo() {
        undos.undo();
    }

    @Override
    public void close() {
        pump.stop();
        interactor.close();
        models.close();
    }
}
