package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.FramePump;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.training.NetworkBuilder;
import dev.sdpoint.engine.training.Trainer;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The training monitor. Wires model, view and interactors; everything runs on the JavaFX thread but the training. */
public final class TrainPlace implements Place {
    /** Frames of telemetry a second: smooth enough for curves, far too few to be felt. */
    private static final double HERTZ = 10;

    private final Workspace workspace;
    private final TrainModel model = new TrainModel();
    private final TrainInteractor runs;
    private final ModelInteractor models;
    private final FramePump pump;
    private final TrainPieces pieces;
    private @Nullable TrainView view;

    /**
     * @param builder makes the networks that learn
     * @param archive records every run
     */
    public TrainPlace(Workspace workspace, TaskRunner tasks, NetworkBuilder builder, RunArchive archive) {
        this(
                workspace,
                tasks,
                Background.jobs(),
                new RecordedSession(new Trainer(builder)::run, archive),
                new RunFiles(UserFolders.runs(), archive::deleted));
        archive.onCheckpointsChange(() -> tasks.onFxThread(runs::lookForUnfinished));
    }

    TrainPlace(Workspace workspace, TaskRunner tasks, Background background, TrainingSession session, RunFiles files) {
        this.workspace = workspace;
        pieces = TrainPieces.of(model, workspace);
        new RecipeInteractor(model, workspace, tasks);
        runs = new TrainInteractor(model, workspace, tasks, background, session, files, System::nanoTime);
        models = new ModelInteractor(model, workspace, tasks, ModelFiles::write, files);
        pump = new FramePump(HERTZ, runs::drain);
        runs.lookForUnfinished();
    }

    @Override
    public PlaceId id() {
        return PlaceId.TRAIN;
    }

    @Override
    public List<Piece<?>> pieces() {
        return pieces.all();
    }

    /** The line with the title, once the view is built. */
    HBox headerLine() {
        view();
        return Objects.requireNonNull(view).headerLine();
    }

    @Override
    public Parent view() {
        TrainView built = view;
        if (built == null) {
            built = new TrainView(model, workspace, pieces);
            wire(built);
            view = built;
        }
        return built.root();
    }

    @Override
    public void shown() {
        pump.start();
    }

    @Override
    public void hidden() {
        pump.stop();
    }

    @Override
    public void close() {
        pump.stop();
        runs.close();
    }

    private void wire(TrainView built) {
        RunButtons buttons = built.buttons();
        buttons.start().setOnAction(event -> runs.start());
        buttons.pause().setOnAction(event -> runs.pauseOrResume());
        buttons.stop().setOnAction(event -> runs.stop());
        buttons.evaluate().setOnAction(event -> runs.evaluateNow());
        buttons.resume().setOnAction(event -> runs.continueRun());
        buttons.use().setOnAction(event -> models.use());
        buttons.save()
                .setOnAction(event -> choose(
                        "Save the model",
                        model.resultProperty()
                                        .get()
                                        .map(m -> m.network().name())
                                        .orElse("model") + ".sdp",
                        "SDPoint models",
                        file -> models.save(file, runs.lastCheckpoint())));
        built.costError()
                .png()
                .setOnAction(event -> choose(
                        "Export the chart",
                        "cost-error.png",
                        "PNG pictures",
                        file -> models.exportPng(file, built.costError().chart().picture())));
        built.costError()
                .csv()
                .setOnAction(event -> model.costErrorProperty()
                        .get()
                        .front()
                        .ifPresent(front -> choose(
                                "Export the scores",
                                "cost-error.csv",
                                "CSV tables",
                                file -> models.exportCsv(file, front.sweep()))));
        built.recipe().rateInput().setOnAction(event -> runs.applyPeakRate());
        built.recipe().rateInput().focusedProperty().addListener((value, before, after) -> {
            if (!after) {
                runs.applyPeakRate();
            }
        });
        KeyCombination start = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
        built.root().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (start.match(event)) {
                event.consume();
                runs.start();
            }
        });
    }

    private void choose(String title, String name, String kind, Consumer<Path> use) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        String extension = name.substring(name.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + extension));
        Optional<File> file =
                Optional.ofNullable(chooser.showSaveDialog(view().getScene().getWindow()));
        file.map(File::toPath).ifPresent(use);
    }
}
