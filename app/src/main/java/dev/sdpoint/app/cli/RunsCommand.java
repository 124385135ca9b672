package dev.sdpoint.app.cli;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.export.ExportNames;
import dev.sdpoint.engine.export.RunTables;
import dev.sdpoint.engine.export.TensorBoardExport;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.store.StoreOpening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sdpoint runs}: the recorded runs without a window. A run is named by the beginning of its key, or by its whole name. */
@Command(
        name = "runs",
        description = "List the recorded runs, take them elsewhere, take them in, delete them and bring them back.")
public final class RunsCommand implements Callable<Integer> {
    private static final String RUN = "The beginning of its key, as 'runs list' shows it, or its whole name.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A way to write a run. */
    enum ExportFormat {
        /** One file, with everything and the checkpoint. */
        SDPRUN,
        /** An event file in a folder. */
        TENSORBOARD,
        /** Two tables in a folder. */
        CSV
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the runs: "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(name = "list", description = "List the recorded runs, the newest first.")
    int list(
            @Option(names = "--deleted", description = "Those that were deleted and can be restored.") boolean deleted,
            @Option(
                            names = "--format",
                            defaultValue = "table",
                            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
                    Format format)
            throws StoreException, IOException {
        StudyTable table = new StudyTable(
                new StudyTable.Column("run", StudyTable.Kind.TEXT),
                new StudyTable.Column("name", StudyTable.Kind.TEXT),
                new StudyTable.Column("network", StudyTable.Kind.TEXT),
                new StudyTable.Column("method", StudyTable.Kind.TEXT),
                new StudyTable.Column("data", StudyTable.Kind.TEXT),
                new StudyTable.Column("epochs", StudyTable.Kind.COUNT),
                new StudyTable.Column("state", StudyTable.Kind.TEXT),
                new StudyTable.Column("iteration", StudyTable.Kind.COUNT),
                new StudyTable.Column("iterations", StudyTable.Kind.COUNT),
                new StudyTable.Column("best_error", StudyTable.Kind.SHARE),
                new StudyTable.Column("begun", StudyTable.Kind.TEXT),
                new StudyTable.Column("seconds", StudyTable.Kind.COUNT),
                new StudyTable.Column("tags", StudyTable.Kind.TEXT));
        try (RunArchive archive = open()) {
            for (RunSummary run : runs(archive, deleted)) {
                table.add(
                        ExportNames.shortKey(run),
                        run.label().name(),
                        run.origin().network(),
                        run.origin().method().id(),
                        run.origin().dataTitle(),
                        run.origin().epochs(),
                        run.progress().state().name().toLowerCase(Locale.ROOT),
                        run.progress().iteration(),
                        run.progress().iterations(),
                        run.result().bestError().orElse(Double.NaN),
                        run.progress()
                                .startedAt()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        run.progress().duration().toSeconds(),
                        String.join(" ", run.label().tags()));
            }
        }
        Listing.print(spec, table, format, deleted ? "No run is deleted." : "No run is recorded yet.");
        return ExitCode.OK;
    }

    @Command(name = "export", description = "Write a run to a file, or for another program.")
    int export(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(
                            names = "--format",
                            defaultValue = "sdprun",
                            description =
                                    "${COMPLETION-CANDIDATES}: everything in one file; an event file for TensorBoard; tables of steps "
                                            + "and evaluations (default ${DEFAULT-VALUE}).")
                    ExportFormat format,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "PATH",
                            description = "The .sdprun file, or the folder in which the run gets a folder of its own.")
                    String out,
            @Mixin OutFiles files)
            throws StoreException, IOException {
        try (RunArchive archive = open()) {
            RunSummary found = find(runs(archive, false), run);
            Path target = format == ExportFormat.SDPRUN
                    ? OutFiles.in(spec, out, ".sdprun", ExportNames.name(found) + ".sdprun")
                    : Path.of(out);
            List<Path> made = switch (format) {
                case SDPRUN -> List.of(target);
                case TENSORBOARD -> List.of(TensorBoardExport.file(found, target));
                case CSV -> RunTables.files(found, target);
            };
            if (files.taken(spec, made)) {
                return ExitCode.SOFTWARE;
            }
            Path written = archive.read(store -> switch (format) {
                case SDPRUN -> {
                    store.export(found.id(), target);
                    yield target;
                }
                case TENSORBOARD -> TensorBoardExport.write(store, found.id(), target);
                case CSV -> RunTables.write(store, found.id(), target);
            });
            spec.commandLine().getErr().println("Wrote " + written);
        }
        return ExitCode.OK;
    }

    @Command(name = "import", description = "Take runs in from .sdprun files.")
    int take(@Parameters(arity = "1..*", paramLabel = "FILE.sdprun") List<Path> files) throws StoreException {
        try (RunArchive archive = open()) {
            for (Path file : files) {
                RunId id = archive.importRun(file);
                spec.commandLine().getErr().println("Took in " + id.key());
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "delete", description = "Take runs off the list; 'runs restore' brings them back within 30 days.")
    int delete(@Parameters(arity = "1..*", paramLabel = "RUN", description = RUN) List<String> runs)
            throws StoreException, IOException {
        try (RunArchive archive = open()) {
            List<RunSummary> all = runs(archive, false);
            List<RunSummary> chosen = find(all, runs);
            List<RunId> deleted =
                    archive.delete(chosen.stream().map(RunSummary::id).toList());
            for (RunSummary run : chosen) {
                if (!deleted.contains(run.id())) {
                    throw new StoreException("The run \"" + run.label().name() + "\" is training. Stop it first.");
                }
                tell("Deleted ", run);
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "restore", description = "Bring deleted runs back.")
    int restore(@Parameters(arity = "1..*", paramLabel = "RUN", description = RUN) List<String> runs)
            throws StoreException, IOException {
        try (RunArchive archive = open()) {
            List<RunSummary> all = runs(archive, true);
            List<RunSummary> chosen = find(all, runs);
            archive.restore(chosen.stream().map(RunSummary::id).toList());
            chosen.forEach(run -> tell("Restored ", run));
        }
        return ExitCode.OK;
    }

    private void tell(String what, RunSummary run) {
        spec.commandLine()
                .getErr()
                .println(what + ExportNames.shortKey(run) + " " + run.label().name());
    }

    private RunArchive open() {
        RunArchive archive = new RunArchive(UserFolders.runs());
        if (archive.opening() instanceof StoreOpening.Repaired repaired) {
            spec.commandLine().getErr().println(repaired.sentence().orElseThrow());
        }
        return archive;
    }

    private static List<RunSummary> runs(RunArchive archive, boolean deleted) throws StoreException, IOException {
        return archive.read(store -> deleted ? store.deletedRuns() : store.runs());
    }

    /** The one run that is meant. */
    private static RunSummary find(List<RunSummary> runs, String typed) throws StoreException {
        List<RunSummary> found = runs.stream()
                .filter(run -> !typed.isBlank())
                .filter(run -> run.id().key().startsWith(typed.toLowerCase(Locale.ROOT))
                        || run.label().name().equals(typed))
                .toList();
        if (found.isEmpty()) {
            throw new StoreException("There is no run \"" + typed + "\". 'sdpoint runs list' has them all.");
        }
        if (found.size() > 1) {
            throw new StoreException("\"" + typed + "\" names " + found.size() + " runs. Give more of the key of one.");
        }
        return found.get(0);
    }

    private static List<RunSummary> find(List<RunSummary> runs, List<String> typed) throws StoreException {
        List<RunSummary> found = new ArrayList<>();
        for (String one : typed) {
            found.add(find(runs, one));
        }
        return found;
    }
}
