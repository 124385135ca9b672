package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorExport;
import dev.sdpoint.app.chart.ExportKind;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.model.SdpModel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes finished models and curves elsewhere: to a file, to the other places, and back as a reference. JavaFX thread only. */
final class ModelInteractor {
    private static final Texts TEXTS = Texts.of(ModelInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(ModelInteractor.class);

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final LongJobs background;
    private final ModelSaver saver;
    private final RunFiles files;
    private final ModelLibrary library;

    /**
     * @param background writes models, which takes seconds for a wide network: the program waits for its jobs before it ends
     * @param library where models are kept, if the person says nothing else
     */
    ModelInteractor(
            TrainModel model,
            Workspace workspace,
            TaskRunner tasks,
            LongJobs background,
            ModelSaver saver,
            RunFiles files,
            ModelLibrary library) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.background = background;
        this.saver = saver;
        this.files = files;
        this.library = library;
    }

    /**
     * Finds a file for the finished model: one of the library, named by what was trained, that is not there yet.
     *
     * @param use hears of it on the JavaFX thread; of its name alone if there can be no library
     */
    void suggest(Consumer<Path> use) {
        model.resultProperty()
                .get()
                .map(TrainedName::of)
                .ifPresent(name -> tasks.run(() -> library.fresh(name), use, problem -> {
                    LOG.warn("The library cannot be suggested for a model.", problem);
                    use.accept(Path.of(name + FoundModel.ENDING));
                }));
    }

    /**
     * Takes the finished model down as it is now, for it may have given way to another once a person has chosen a file.
     *
     * @param checkpoint of its run, if that has one
     */
    Optional<Finished> finished(Optional<Path> checkpoint) {
        return model.resultProperty().get().map(trained -> new Finished(trained, checkpoint));
    }

    /** Writes the finished model that is on screen now. */
    void save(Path file, Optional<Path> checkpoint) {
        finished(checkpoint).ifPresent(finished -> save(file, finished));
    }

    /** Writes a finished model; its checkpoint is needed no longer then. */
    void save(Path file, Finished finished) {
        SdpModel trained = finished.model();
        Optional<Path> checkpoint = finished.checkpoint();
        background.start(
                TEXTS.get("job.saving", trained.network().name()),
                progress -> {
                    saver.save(file, trained);
                    if (checkpoint.isPresent() && !RunFiles.together(checkpoint.get(), file)) {
                        files.discard(checkpoint.get());
                    }
                    return file;
                },
                () -> {}, // it is written to its end
                written -> {
                    if (isFinished(trained)) {
                        model.savedProperty().set(Optional.of(written));
                    }
                    model.noticeProperty().set(Optional.of(saved(trained, written)));
                },
                this::notWritten);
    }

    // The very same model, not an equal one: comparing weights would halt the window.
    @SuppressWarnings("ReferenceEquality")
    private boolean isFinished(SdpModel trained) {
        return model.resultProperty().get().filter(now -> now == trained).isPresent();
    }

    /** What a model file can be used for at once, now that it is there. */
    private Notice saved(SdpModel trained, Path file) {
        Notice.Action open = new Notice.Action(
                "train-open-in-budget", TEXTS.get("model.open-in-budget"), () -> openInBudget(trained, file));
        if (!library.holds(file)) {
            return Notice.hint(TEXTS.get("file.written", file), open);
        }
        Notice.Action show = new Notice.Action(
                "train-show-in-library", TEXTS.get("model.show-in-library"), () -> showInLibrary(file));
        return Notice.hint(TEXTS.get("model.in-library", FoundModel.nameOf(file)), show, open);
    }

    private void showInLibrary(Path file) {
        workspace.wantedModelFileProperty().set(Optional.of(file));
        workspace.currentPlaceProperty().set(PlaceId.LIBRARY);
    }

    private void openInBudget(SdpModel trained, Path file) {
        open(trained, Optional.of(file));
        workspace.currentPlaceProperty().set(PlaceId.BUDGET);
    }

    /** Writes the chart as it is now. */
    void export(Path file, ExportKind kind, CostErrorExport chart) {
        tasks.run(
                () -> chart.write(file, kind),
                written -> model.noticeProperty().set(Optional.of(Notice.hint(TEXTS.get("file.written", written)))),
                this::notWritten);
    }

    /** Draws the chart as it is now for somebody who puts it elsewhere, such as on the clipboard. */
    void copy(CostErrorExport chart, Consumer<BufferedImage> use) {
        tasks.run(
                chart::picture,
                picture -> {
                    use.accept(picture);
                    model.noticeProperty().set(Optional.of(Notice.hint(TEXTS.get("chart.copied"))));
                },
                problem -> say(TEXTS.get("chart.not-copied", Sentence.of(problem))));
    }

    /** Opens the finished model for the other places. */
    void use() {
        model.resultProperty()
                .get()
                .ifPresent(trained -> open(trained, model.savedProperty().get()));
    }

    /** @param file where the model is; empty if it was not saved */
    private void open(SdpModel trained, Optional<Path> file) {
        String name = file.map(FoundModel::nameOf)
                .orElseGet(() -> TEXTS.get("model.name", trained.network().name()));
        workspace.wantedModelProperty().set(Optional.of(new OpenModel(name, trained, file)));
        String said = TEXTS.get(file.isPresent() ? "model.in-use.saved" : "model.in-use");
        model.noticeProperty().set(Optional.of(Notice.hint(said)));
    }

    private void notWritten(Throwable problem) {
        LOG.warn("A file could not be written.", problem);
        say(TEXTS.get("file.not-written", Sentence.of(problem)));
    }

    private void say(String problem) {
        model.noticeProperty().set(Optional.of(Notice.problem(problem)));
    }

    /**
     * A model that was trained here.
     *
     * @param checkpoint of its run, if that has one
     */
    record Finished(SdpModel model, Optional<Path> checkpoint) {}
}
