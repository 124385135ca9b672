package dev.sdpoint.app.runs;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.export.ExportNames;
import dev.sdpoint.engine.export.RunTables;
import dev.sdpoint.engine.export.TensorBoardExport;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes runs out of the list into files, and from files into the list. JavaFX thread only; the work is a job. */
final class TransferInteractor {
    private static final Texts TEXTS = Texts.of(TransferInteractor.class);
    static final String EXTENSION = ".sdprun";
    private static final Logger LOG = LoggerFactory.getLogger(TransferInteractor.class);

    private final RunsModel model;
    private final RunArchive archive;
    private final RunJobs jobs;
    private final RunFileChoice files;

    /** A way to write a run. */
    private interface Writer {
        /** @return what a person looks for: the file, or its folder */
        Path write(RunSummary run) throws StoreException, IOException;
    }

    /**
     * What became of an export.
     *
     * @param sentence what was written
     * @param inTheWay files that are there already; nothing was written then
     */
    private record Exported(String sentence, List<Path> inTheWay) {}

    TransferInteractor(RunsModel model, RunArchive archive, RunJobs jobs, RunFileChoice files) {
        this.model = model;
        this.archive = archive;
        this.jobs = jobs;
        this.files = files;
    }

    /** Writes the selected runs as {@code .sdprun} files: one where a person says, several into a folder. */
    void exportFiles() {
        List<RunSummary> runs = selected();
        if (runs.size() == 1) {
            // The dialog has asked whether that file may be replaced.
            files.fileFor(name(runs.get(0)))
                    .ifPresent(file -> export(runs, run -> List.of(), run -> writeFile(run, file)));
        } else if (!runs.isEmpty()) {
            files.folder(TEXTS.get("export.folder", RunWords.runs(runs.size())))
                    .ifPresent(folder -> export(
                            runs,
                            run -> List.of(folder.resolve(name(run))),
                            run -> writeFile(run, folder.resolve(name(run)))));
        }
    }

    private Path writeFile(RunSummary run, Path file) throws StoreException, IOException {
        return archive.read(store -> {
            store.export(run.id(), file);
            return file;
        });
    }

    private static String name(RunSummary run) {
        return ExportNames.name(run) + EXTENSION;
    }

    /** Writes the selected runs as event files, a folder each. */
    void exportToTensorBoard() {
        into(
                TEXTS.get("export.folder.tensorboard"),
                (run, folder) -> List.of(TensorBoardExport.file(run, folder)),
                (run, folder) -> archive.read(store -> TensorBoardExport.write(store, run.id(), folder)));
    }

    /** Writes the selected runs as tables, a folder each. */
    void exportTables() {
        into(
                TEXTS.get("export.folder.tables"),
                RunTables::files,
                (run, folder) -> archive.read(store -> RunTables.write(store, run.id(), folder)));
    }

    private interface FolderWriter {
        Path write(RunSummary run, Path folder) throws StoreException, IOException;
    }

    private void into(String title, BiFunction<RunSummary, Path, List<Path>> makes, FolderWriter writer) {
        List<RunSummary> runs = selected();
        if (!runs.isEmpty()) {
            files.folder(title)
                    .ifPresent(
                            folder -> export(runs, run -> makes.apply(run, folder), run -> writer.write(run, folder)));
        }
    }

    /**
     * Writes runs; asks first if files are in the way.
     *
     * @param makes the files that are made of a run, and may not be replaced unasked
     */
    private void export(List<RunSummary> runs, Function<RunSummary, List<Path>> makes, Writer writer) {
        start(
                TEXTS.get("export.running", RunWords.named(runs)),
                progress -> {
                    List<Path> inTheWay = runs.stream()
                            .flatMap(run -> makes.apply(run).stream())
                            .filter(Files::exists)
                            .toList();
                    return new Exported(inTheWay.isEmpty() ? write(runs, writer, progress) : "", inTheWay);
                },
                exported -> {
                    if (exported.inTheWay().isEmpty()) {
                        say(exported.sentence());
                    } else if (files.mayReplace(exported.inTheWay())) {
                        export(runs, run -> List.of(), writer);
                    }
                });
    }

    private static String write(List<RunSummary> runs, Writer writer, BackgroundJob.Progress progress)
            throws StoreException, IOException {
        Path written = Path.of("");
        for (int i = 0; i < runs.size(); i++) {
            progress.update(i, runs.size(), runs.get(i).label().name());
            written = writer.write(runs.get(i));
        }
        return runs.size() == 1
                ? TEXTS.get("export.written", written)
                : TEXTS.get("export.written.several", RunWords.runs(runs.size()), written);
    }

    /** Takes runs in from files that a person chooses. */
    void importFiles() {
        importFiles(files.filesToImport());
    }

    /** Takes runs in from files, one after the other; those before one that cannot be read stay. */
    void importFiles(List<Path> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        model.deletedShownProperty().set(false);
        start(
                TEXTS.get("import.running", RunWords.runs(chosen.size())),
                progress -> {
                    for (int i = 0; i < chosen.size(); i++) {
                        progress.update(
                                i, chosen.size(), String.valueOf(chosen.get(i).getFileName()));
                        archive.importRun(chosen.get(i));
                    }
                    return TEXTS.get("import.done", RunWords.runs(chosen.size()));
                },
                this::say);
    }

    private <T> void start(String title, BackgroundJob.Work<T> work, Consumer<T> done) {
        model.busyProperty().set(true);
        jobs.start(
                title,
                work,
                result -> {
                    model.busyProperty().set(false);
                    done.accept(result);
                },
                problem -> {
                    model.busyProperty().set(false);
                    model.noticeProperty().set(Optional.of(notice(title, problem)));
                });
    }

    private void say(String sentence) {
        model.noticeProperty().set(Optional.of(Notice.hint(sentence)));
    }

    private static Notice notice(String title, Throwable problem) {
        if (problem instanceof InterruptedException) {
            return Notice.hint(TEXTS.get("transfer.cancelled", title));
        }
        LOG.warn("{} failed.", title, problem);
        return Notice.problem(Sentence.of(problem));
    }

    private List<RunSummary> selected() {
        return model.selected().stream().map(RunRow::run).toList();
    }
}
