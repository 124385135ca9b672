package dev.sdpoint.app.analysis;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.chart.ExportKind;
import dev.sdpoint.app.chart.ExportMenu;
import dev.sdpoint.app.chart.FigureView;
import dev.sdpoint.app.concurrent.SerialWorker;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.WatchedJobs;
import dev.sdpoint.app.files.SaveDialog;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Piece;
import dev.sdpoint.app.workspace.Place;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Runs side by side, and what one can ask of a trained model. JavaFX thread only; everything slow is done elsewhere. */
public final class AnalysisPlace implements Place {
    private static final Texts TEXTS = Texts.of(AnalysisPlace.class);
    private final SerialWorker reader = new SerialWorker("analysis-reader");
    private final SerialWorker painter = new SerialWorker("analysis-figures");
    private final Workspace workspace;
    private final StudyModel studies = new StudyModel();
    private final CompareModel comparison = new CompareModel();
    private final StudyInteractor asking;
    private final CompareInteractor comparing;
    private final ExportInteractor exporting;
    private final AnalysisPieces pieces;
    private final SaveDialog dialog = new SaveDialog(() -> view().getScene().getWindow());
    private @Nullable AnalysisView view;
    private boolean onScreen;

    /**
     * @param loader makes the networks that are asked
     * @param archive the recorded runs
     * @param sample reads the sample model; not called on the JavaFX thread
     */
    public AnalysisPlace(
            Workspace workspace,
            TaskRunner tasks,
            NetworkLoader loader,
            RunArchive archive,
            Callable<OpenModel> sample) {
        this.workspace = workspace;
        asking = new StudyInteractor(
                studies,
                workspace,
                tasks,
                WatchedJobs.inBackground(),
                loader,
                new RecordedModels(archive, loader),
                reader);
        comparing = new CompareInteractor(comparison, workspace, tasks, archive, sample, reader);
        exporting = new ExportInteractor(tasks);
        pieces = new AnalysisPieces(
                new Piece<>(() -> new RunPicker(comparison, comparing, workspace)),
                new Piece<>(() -> ComparePane.controls(comparison)),
                new Piece<>(() -> new FigureView(painter, tasks)),
                new Piece<>(this::table),
                new Piece<>(() -> StudyPane.controls(studies)),
                new Piece<>(() -> new FigureView(painter, tasks)),
                new Piece<>(this::table),
                new Piece<>(ExportMenu::new));
        archive.onChange(() -> tasks.onFxThread(this::lookForRuns));
    }

    @Override
    public PlaceId id() {
        return PlaceId.ANALYSIS;
    }

    @Override
    public List<Piece<?>> pieces() {
        return pieces.all();
    }

    @Override
    public Parent view() {
        AnalysisView built = view;
        if (built == null) {
            built = new AnalysisView(studies, comparison, asking, exporting, workspace, pieces);
            ExportMenu menu = pieces.export().get();
            menu.onExport(this::export);
            menu.onCopy(this::copy);
            view = built;
        }
        return built.root();
    }

    @Override
    public void shown() {
        onScreen = true;
        lookForRuns();
    }

    @Override
    public void hidden() {
        onScreen = false;
    }

    @Override
    public void close() {
        asking.cancel();
        reader.close();
        painter.close();
    }

    private ResultTable table() {
        return new ResultTable(workspace.selectedInstanceProperty()::set);
    }

    private void lookForRuns() {
        if (onScreen) {
            comparing.lookForRuns();
            asking.lookForRuns();
        }
    }

    private Optional<StudyResult> answer() {
        return Optional.ofNullable(view).flatMap(AnalysisView::answer);
    }

    private void export(ExportKind kind) {
        answer().ifPresentOrElse(
                        answer -> choose(answer, kind),
                        () -> exporting.noticeProperty().set(TEXTS.get("export.nothing")));
    }

    private void choose(StudyResult answer, ExportKind kind) {
        dialog.ask(TEXTS.get("export.choose", kind.title()), kind.files(), Path.of(answer.study()))
                .ifPresent(file -> exporting.write(answer, file));
    }

    private void copy() {
        answer().ifPresent(answer -> exporting.picture(answer, ExportMenu::copy));
    }

    /** For tests, which have no dialogue to choose a file. */
    ExportInteractor exporting() {
        return exporting;
    }

    /** For tests: the answer on screen. */
    Optional<StudyResult> shownAnswer() {
        return answer();
    }
}
