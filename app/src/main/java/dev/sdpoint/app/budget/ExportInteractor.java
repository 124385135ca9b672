package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.ExportModel.Note;
import dev.sdpoint.app.budget.ExportModel.Written;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes instances as ONNX files in a background job, one export at a time. JavaFX thread. */
final class ExportInteractor implements ExportActions {
    private static final Logger LOG = LoggerFactory.getLogger(ExportInteractor.class);
    private static final String END = ".onnx";

    private final BudgetModel budget;
    private final ExportModel state;
    private final Workspace workspace;
    private final AtomicBoolean stop = new AtomicBoolean();
    private @Nullable BackgroundJob<List<Path>> job;

    ExportInteractor(BudgetModel budget, Workspace workspace) {
        this.budget = budget;
        this.state = budget.export();
        this.workspace = workspace;
    }

    @Override
    public String suggestedName() {
        return model().map(model ->
                        OnnxExport.name(model, budget.instanceProperty().get()))
                .orElse("");
    }

    @Override
    public void exportChosen(Path file) {
        Path named = file.toString().endsWith(END) ? file : file.resolveSibling(file.getFileName() + END);
        Instance instance = budget.instanceProperty().get();
        model().ifPresent(model ->
                start("Writing " + named.getFileName(), named, model, String.valueOf(named.getFileName()), progress -> {
                    progress.update(0, 1, String.valueOf(named.getFileName()));
                    return List.of(named, OnnxExport.write(model, instance, named));
                }));
    }

    @Override
    public void exportAll(Path folder) {
        model().ifPresent(model -> {
            List<Instance> instances = new BudgetMenu(model.sweep(), model.space())
                    .offers().stream().map(InstanceScore::instance).toList();
            start(
                    "Writing " + instances.size() + " instances as ONNX",
                    folder,
                    model,
                    OnnxExport.name(model, instances.get(0)),
                    progress -> OnnxExport.writeAll(model, instances, folder, (written, count, name) -> {
                        progress.update(written, count, name);
                        return !stop.get();
                    }));
        });
    }

    private void start(String title, Path where, SdpModel model, String runs, BackgroundJob.Work<List<Path>> work) {
        if (state.runningProperty().get()) {
            return;
        }
        dismiss();
        stop.set(false);
        BackgroundJob<List<Path>> started = new BackgroundJob<>(title, work, () -> stop.set(true));
        started.setOnSucceeded(e -> {
            Written written = new Written(
                    where,
                    OnnxExport.python(runs),
                    OnnxExport.java(runs, model.network().side()));
            ended(new Note(wrote(started.getValue().size(), where), Optional.of(written)));
        });
        started.setOnFailed(e -> {
            LOG.warn("The export to {} failed.", where, started.getException());
            ended(new Note(why(where, started.getException()), Optional.empty()));
        });
        state.runningProperty().set(true);
        job = started.start();
    }

    private void ended(Note note) {
        job = null;
        state.runningProperty().set(false);
        state.noteProperty().set(Optional.of(note));
    }

    private static String wrote(int files, Path where) {
        return files == 2
                ? "Wrote " + where.getFileName() + " and a page that says how to run it."
                : "Wrote " + (files - 1) + " ONNX files and a page that says how to run them into "
                        + Optional.ofNullable(where.getFileName()).orElse(where) + ".";
    }

    private static String why(Path where, Throwable reason) {
        if (reason instanceof CancellationException) {
            return "The export was cancelled; nothing was written.";
        }
        if (reason instanceof AccessDeniedException) {
            return "You may not write to " + where + ". Choose another folder.";
        }
        if (reason instanceof FileSystemException system && system.getReason() != null) {
            return where + " could not be written: " + system.getReason() + ". Nothing was written.";
        }
        if (reason instanceof IOException) {
            return where + " could not be written. Check the folder and the room on its disk; nothing was written.";
        }
        return "The export failed: " + reason.getMessage() + ". Nothing was written; the log says more.";
    }

    @Override
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public void dismiss() {
        state.noteProperty().set(Optional.empty());
    }

    private Optional<SdpModel> model() {
        return workspace.modelProperty().get().map(OpenModel::model);
    }
}
