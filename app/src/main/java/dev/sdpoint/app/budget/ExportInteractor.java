package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.ExportModel.Note;
import dev.sdpoint.app.budget.ExportModel.Written;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.export.OnnxExport;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
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
    private static final Texts TEXTS = Texts.of(ExportInteractor.class);
    private static final String END = ".onnx";

    private final BudgetModel budget;
    private final ExportModel state;
    private final Workspace workspace;
    private final AtomicBoolean stop = new AtomicBoolean();
    private @Nullable BackgroundJob<List<Path>> job;
    private Optional<Export> waiting = Optional.empty();

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
        boolean whole = file.toString().endsWith(END);
        Path named = whole ? file : file.resolveSibling(file.getFileName() + END);
        Instance instance = budget.instanceProperty().get();
        String name = String.valueOf(named.getFileName());
        model().ifPresent(model -> start(new Export(
                TEXTS.get("export.job.one", name),
                written(named, name, model),
                OnnxExport.files(named),
                // The dialog asked about the name as it was typed.
                whole ? Consent.IF_THE_FIRST_IS_THERE : Consent.NONE,
                progress -> OnnxExport.write(model, instance, named, progress))));
    }

    @Override
    public void exportAll(Path folder) {
        model().ifPresent(model -> {
            List<Instance> instances = new BudgetMenu(model.sweep(), model.space())
                    .offers().stream().map(InstanceScore::instance).toList();
            start(new Export(
                    TEXTS.get("export.job.all", Integer.toString(instances.size())),
                    written(folder, OnnxExport.name(model, instances.get(0)), model),
                    OnnxExport.files(model, instances, folder),
                    Consent.NONE,
                    progress -> OnnxExport.writeAll(model, instances, folder, progress)));
        });
    }

    private static Written written(Path where, String runs, SdpModel model) {
        return new Written(
                where,
                OnnxExport.python(runs),
                OnnxExport.java(runs, model.network().side()));
    }

    @Override
    public void replace() {
        waiting.map(Export::replacing).ifPresent(this::start);
    }

    private void start(Export export) {
        if (state.runningProperty().get()) {
            return;
        }
        dismiss();
        stop.set(false);
        Path where = export.makes().where();
        BackgroundJob<List<Path>> started =
                new BackgroundJob<>(export.title(), progress -> work(export, progress), () -> stop.set(true));
        started.setOnSucceeded(e -> {
            List<Path> inTheWay = started.getValue();
            ended(
                    inTheWay.isEmpty()
                            ? new Note(wrote(export.files().size(), where), Optional.of(export.makes()), false)
                            : new Note(question(inTheWay), Optional.empty(), true));
            waiting = Optional.of(export).filter(asked -> !inTheWay.isEmpty());
        });
        started.setOnFailed(e -> {
            LOG.warn("The export to {} failed.", where, started.getException());
            ended(new Note(why(where, started.getException()), Optional.empty(), false));
        });
        state.runningProperty().set(true);
        job = started.start();
    }

    /** Writes all files, unless some are in the way: returns those then, having written none. On the job's thread. */
    private List<Path> work(Export export, BackgroundJob.Progress progress) throws IOException {
        List<Path> inTheWay = export.inTheWay();
        if (inTheWay.isEmpty()) {
            export.writing().write((written, count, name) -> {
                progress.update(written, count, name);
                return !stop.get();
            });
        }
        return inTheWay;
    }

    private void ended(Note note) {
        job = null;
        state.runningProperty().set(false);
        state.noteProperty().set(Optional.of(note));
    }

    private static String question(List<Path> inTheWay) {
        String first = String.valueOf(inTheWay.get(0).getFileName());
        return inTheWay.size() == 1
                ? TEXTS.get("export.there.one", first)
                : TEXTS.get("export.there.more", first, Integer.toString(inTheWay.size() - 1));
    }

    private static String wrote(int files, Path where) {
        return files == 2
                ? TEXTS.get("export.wrote.one", String.valueOf(where.getFileName()))
                : TEXTS.get(
                        "export.wrote.all",
                        Integer.toString(files - 1),
                        Optional.ofNullable(where.getFileName()).orElse(where));
    }

    private static String why(Path where, Throwable reason) {
        if (reason instanceof CancellationException) {
            return TEXTS.get("export.cancelled");
        }
        if (reason instanceof AccessDeniedException) {
            return TEXTS.get("export.failed.denied", where);
        }
        if (reason instanceof FileSystemException system && system.getReason() != null) {
            return TEXTS.get("export.failed.reason", where, FullStop.after(system.getReason()));
        }
        if (reason instanceof IOException) {
            return TEXTS.get("export.failed.disk", where);
        }
        return TEXTS.get("export.failed", Sentence.of(reason));
    }

    @Override
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public void dismiss() {
        waiting = Optional.empty();
        state.noteProperty().set(Optional.empty());
    }

    private Optional<SdpModel> model() {
        return workspace.modelProperty().get().map(OpenModel::model);
    }

    /** What a person has agreed to lose. */
    private enum Consent {
        /** Nothing. */
        NONE,
        /** All of it, if the first file is there: then the dialog has asked about that one, and the page goes with it. */
        IF_THE_FIRST_IS_THERE,
        /** All of it. */
        ALL
    }

    /** Writes the files of an export, all or none. */
    @FunctionalInterface
    private interface Writing {
        void write(OnnxExport.Progress progress) throws IOException;
    }

    /**
     * An export that may have to wait for an answer.
     *
     * @param makes what there is once it is done
     * @param files all that it writes
     */
    private record Export(String title, Written makes, List<Path> files, Consent consent, Writing writing) {
        Export replacing() {
            return new Export(title, makes, files, Consent.ALL, writing);
        }

        /** The files that are there and may not be replaced; looks at the disk. */
        List<Path> inTheWay() {
            boolean may =
                    consent == Consent.ALL || (consent == Consent.IF_THE_FIRST_IS_THERE && Files.exists(files.get(0)));
            return may ? List.of() : files.stream().filter(Files::exists).toList();
        }
    }
}
