package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.chart.CostErrorExport;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.figure.FigureFiles;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Takes finished models and curves elsewhere: to a file, to the other places, and back as a reference. JavaFX thread only. */
final class ModelInteractor {
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
        workspace.modelProperty().addListener((value, before, after) -> showReference());
        workspace.dataProperty().addListener((value, before, after) -> showReference());
        model.resultProperty().addListener((value, before, after) -> showReference());
        showReference();
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

    /** Writes the newest scores as CSV. */
    void exportCsv(Path file, Sweep sweep) {
        write(() -> {
            CostErrorExport.writeCsv(file, sweep);
            return file;
        });
    }

    /** Writes a picture of the chart. */
    void exportPng(Path file, BufferedImage picture) {
        write(() -> {
            FigureFiles.writePng(file, picture);
            return file;
        });
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
                problem -> say("The model's answers could not be matched with the open images. Train it on them."));
    }

    private void open(SdpModel trained, Optional<Outcomes> outcomes) {
        // Nobody may see the answers of one model beside the instances of another.
        workspace.outcomesProperty().set(Optional.empty());
        workspace.modelProperty().set(Optional.of(new OpenModel(name(trained), trained)));
        workspace.outcomesProperty().set(outcomes);
        model.noticeProperty()
                .set(Optional.of(Notice.hint(
                        "Budget and Gallery show the new model now. It is kept once it is saved to a file.")));
    }

    private void write(Callable<Path> work) {
        tasks.run(
                work,
                file -> model.noticeProperty().set(Optional.of(Notice.hint("Written to " + file + "."))),
                problem -> say("The file could not be written: " + problem.getMessage()
                        + ". Choose another folder, or free some space."));
    }

    private void say(String problem) {
        model.noticeProperty().set(Optional.of(Notice.problem(problem)));
    }

    /** The open model is a fair reference if it tells the same classes apart and is not the one just trained. */
    private void showReference() {
        Optional<Labelled> reference = workspace
                .modelProperty()
                .get()
                .filter(open -> model.resultProperty()
                        .get()
                        .filter(r -> r.equals(open.model()))
                        .isEmpty())
                .filter(open -> workspace
                        .dataProperty()
                        .get()
                        .map(data -> data.classNames().equals(open.model().classNames()))
                        .orElse(true))
                .map(open -> new Labelled(describe(open.model()), open.model().sweep()));
        model.costErrorProperty().set(model.costErrorProperty().get().withReference(reference));
    }

    private static String describe(SdpModel open) {
        int epochs = open.record().epochs();
        return String.format(
                Locale.ROOT,
                "open model %s · %,d %s · %s · %,d images",
                open.network().name(),
                epochs,
                epochs == 1 ? "epoch" : "epochs",
                open.record().dataTitle(),
                open.sweep().images());
    }

    private static String name(SdpModel trained) {
        return trained.network().name() + ", trained here";
    }
}
