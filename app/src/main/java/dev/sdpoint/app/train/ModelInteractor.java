package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorExport;
import dev.sdpoint.app.chart.ExportKind;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Takes finished models and curves elsewhere: to a file, to the other places, and back as a reference. JavaFX thread only. */
final class ModelInteractor {
    private static final Texts TEXTS = Texts.of(ModelInteractor.class);

    private final TrainModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ModelSaver saver;
    private final RunFiles files;

    ModelInteractor(TrainModel model, Workspace workspace, TaskRunner tasks, ModelSaver saver, RunFiles files) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.saver = saver;
        this.files = files;
    }

    /** Writes the finished model; its checkpoint is needed no longer then. */
    void save(Path file, Optional<Path> checkpoint) {
        model.resultProperty()
                .get()
                .ifPresent(trained -> write(() -> {
                    saver.save(file, trained);
                    if (checkpoint.isPresent()) {
                        files.discard(checkpoint.get());
                    }
                    return file;
                }));
    }

    /** Writes the chart as it is now. */
    void export(Path file, ExportKind kind, CostErrorExport chart) {
        write(() -> chart.write(file, kind));
    }

    /** Draws the chart as it is now for somebody who puts it elsewhere, such as on the clipboard. */
    void copy(CostErrorExport chart, Consumer<BufferedImage> use) {
        tasks.run(
                chart::picture,
                picture -> {
                    use.accept(picture);
                    model.noticeProperty().set(Optional.of(Notice.hint(TEXTS.get("chart.copied"))));
                },
                problem -> say(TEXTS.get("chart.not-copied", String.valueOf(problem.getMessage()))));
    }

    /** Opens the finished model for the other places. */
    void use() {
        Optional<SdpModel> trained = model.resultProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (trained.isEmpty() || data.isEmpty()) {
            return;
        }
        tasks.run(
                () -> trained.get().outcomes().forImages(data.get().validation()),
                outcomes -> open(trained.get(), outcomes),
                problem -> say(TEXTS.get("model.no-answers")));
    }

    private void open(SdpModel trained, Optional<Outcomes> outcomes) {
        // Nobody may see the answers of one model beside the instances of another.
        workspace.outcomesProperty().set(Optional.empty());
        workspace.modelProperty().set(Optional.of(new OpenModel(name(trained), trained)));
        workspace.outcomesProperty().set(outcomes);
        model.noticeProperty().set(Optional.of(Notice.hint(TEXTS.get("model.in-use"))));
    }

    private void write(Callable<Path> work) {
        tasks.run(
                work,
                file -> model.noticeProperty().set(Optional.of(Notice.hint(TEXTS.get("file.written", file)))),
                problem -> say(TEXTS.get("file.not-written", Sentence.of(problem))));
    }

    private void say(String problem) {
        model.noticeProperty().set(Optional.of(Notice.problem(problem)));
    }

    private static String name(SdpModel trained) {
        return TEXTS.get("model.name", trained.network().name());
    }
}
