package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.app.chart.ExportMenu;
import dev.sdpoint.app.concurrent.FramePump;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.files.FileKind;
import dev.sdpoint.app.files.SaveDialog;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.LatencyProfiler;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.library.ModelLooks;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.training.NetworkBuilder;
import dev.sdpoint.engine.training.Trainer;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
    private static final Texts TEXTS = Texts.of(TrainPlace.class);

    /** Frames of telemetry a second: smooth enough for curves, far too few to be felt. */
    private static final double HERTZ = 10;

    /** Frames of telemetry a second at the least, however dear a frame is. */
    private static final double LEAST_HERTZ = 0.4;

    /**
     * Of one core's time, what news of a run may take. While the JavaFX thread has a core, one of the run's threads lacks it and the others
     * wait for that one: the run is longer by all that drawing takes, and by some milliseconds a waking (docs/performance.md).
     */
    private static final double SHARE_OF_A_CORE = 0.004;

    private final Workspace workspace;
    private final TrainModel model = new TrainModel();
    private final RecipeInteractor recipes;
    private final TrainInteractor runs;
    private final PaceInteractor paces;
    private final QueueInteractor queue;
    private final ModelInteractor models;
    private final ReferenceInteractor references;
    private final LatencyInteractor latencies;
    private final FramePump pump;
    private final TrainPieces pieces;
    private final SaveDialog dialog = new SaveDialog(() -> view().getScene().getWindow());
    private @Nullable TrainView view;

    /**
     * @param builder makes the networks that learn
     * @param profiler times them
     * @param archive records every run
     */
    public TrainPlace(
            Workspace workspace,
            TaskRunner tasks,
            NetworkBuilder builder,
            LatencyProfiler profiler,
            RunArchive archive) {
        this(
                workspace,
                tasks,
                LongJobs.inBackground(),
                new RecordedSession(new Trainer(builder)::run, archive),
                new Trainer(builder)::run,
                new RunFiles(UserFolders.runs(), archive::deleted, archive::finished, ModelFiles::write),
                ParentRuns.of(archive),
                profiler,
                RecordedCurves.from(archive),
                drain -> FramePump.frugal(HERTZ, LEAST_HERTZ, SHARE_OF_A_CORE, drain));
        archive.onCheckpointsChange(() -> tasks.onFxThread(runs::lookForUnfinished));
    }

    /** A place whose runs are not recorded. */
    TrainPlace(
            Workspace workspace,
            TaskRunner tasks,
            LongJobs background,
            TrainingSession session,
            RunFiles files,
            LatencyProfiler profiler,
            RecordedCurves recorded) {
        this(
                workspace,
                tasks,
                background,
                session,
                session,
                files,
                List::of,
                profiler,
                recorded,
                drain -> new FramePump(HERTZ, drain));
    }

    private TrainPlace(
            Workspace workspace,
            TaskRunner tasks,
            LongJobs background,
            TrainingSession session,
            TrainingSession unrecorded,
            RunFiles files,
            ParentRuns parents,
            LatencyProfiler profiler,
            RecordedCurves recorded,
            Function<Runnable, FramePump> pumps) {
        this.workspace = workspace;
        pieces = TrainPieces.of(model, workspace);
        recipes = new RecipeInteractor(model, workspace, tasks, parents);
        runs = new TrainInteractor(model, workspace, tasks, background, session, files, System::nanoTime);
        paces = new PaceInteractor(model, workspace, tasks, background, unrecorded, files.pace());
        runs.onEnd(paces::ended);
        queue = new QueueInteractor(model, workspace, tasks, runs, files.queue());
        models = new ModelInteractor(
                model,
                workspace,
                tasks,
                background,
                ModelFiles::write,
                files,
                new ModelLibrary(UserFolders.models(), new ModelLooks()));
        references = new ReferenceInteractor(model, workspace, tasks, recorded);
        latencies = new LatencyInteractor(model, workspace, background, profiler);
        pump = pumps.apply(runs::drain);
        paces.readEarlier();
        queue.readEarlier();
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

    /** Puts the run back that was taken out of the queue last. */
    @Override
    public void undo() {
        queue.undo();
    }

    @Override
    public void close() {
        pump.stop();
        paces.close();
        runs.close();
        latencies.close();
    }

    /** For tests, which have no dialogue to choose a file. */
    ModelInteractor models() {
        return models;
    }

    private void wire(TrainView built) {
        RunButtons buttons = built.buttons();
        buttons.start().setOnAction(event -> runs.start());
        buttons.pause().setOnAction(event -> runs.steering().pauseOrResume());
        buttons.stop().setOnAction(event -> runs.steering().stop());
        buttons.evaluate().setOnAction(event -> runs.steering().evaluateNow());
        buttons.resume().setOnAction(event -> runs.resume());
        buttons.use().setOnAction(event -> models.use());
        buttons.save().setOnAction(event -> save());
        wireChart(built.costError());
        buttons.enqueue().setOnAction(event -> queue.add());
        built.queue().use(queue);
        built.recipe().measure().setOnAction(event -> paces.measure());
        built.recipe().menus().onFork(recipes::findParents, recipes::fork);
        built.rate().input().setOnAction(event -> runs.steering().applyPeakRate());
        built.rate().input().focusedProperty().addListener((value, before, after) -> {
            if (!after) {
                runs.steering().applyPeakRate();
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

    private void save() {
        models.finished(runs.lastCheckpoint())
                .ifPresent(finished -> models.suggest(suggestion -> dialog.ask(
                                TEXTS.get("chooser.save"),
                                new FileKind(TEXTS.get("chooser.models"), FoundModel.ENDING),
                                suggestion)
                        .ifPresent(file -> models.save(file, finished))));
    }

    private void wireChart(CostErrorCard card) {
        card.export()
                .onExport(kind -> dialog.ask(TEXTS.get("chooser.export"), kind.files(), Path.of("cost-error"))
                        .ifPresent(
                                file -> models.export(file, kind, card.chart().export())));
        Runnable copy = () -> models.copy(card.chart().export(), ExportMenu::copy);
        card.export().onCopy(copy);
        card.chart().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (ExportMenu.COPY.match(event) && !card.export().isDisabled()) {
                event.consume();
                copy.run();
            }
        });
        card.chart().unitProperty().addListener((value, before, after) -> {
            if (after == CostUnit.MILLIS) {
                latencies.measure();
            }
        });
        card.measure().setOnAction(event -> latencies.measure());
        card.removePublished().setOnAction(event -> references.removePublished());
        card.addPublished().setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("chooser.published"));
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(TEXTS.get("chooser.tables"), "*.csv", "*.tsv", "*.txt"));
            Optional.ofNullable(chooser.showOpenDialog(view().getScene().getWindow()))
                    .map(File::toPath)
                    .ifPresent(references::addPublished);
        });
    }
}
