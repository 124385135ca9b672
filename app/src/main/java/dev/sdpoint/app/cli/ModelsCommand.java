package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.StudyTable;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.library.DeletedModel;
import dev.sdpoint.engine.library.Duplicates;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.library.ModelLooks;
import dev.sdpoint.engine.library.TakenModel;
import dev.sdpoint.engine.model.CopyProgress;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.ModelSummary;
import dev.sdpoint.engine.model.SampleModels;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sdpoint models}: the library of models without a window. A model is named as its file, without the ending. */
@Command(
        name = "models",
        description =
                "List the models of the library, tell what each is, take them in and out, delete them and bring them back.")
public final class ModelsCommand implements Callable<Integer> {
    private static final String MODEL = "Its name, as 'models list' shows it, or the beginning of its content.";
    private static final int SHORT = 12;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ModelLibrary library = new ModelLibrary(UserFolders.models(), new ModelLooks());

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the models: "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(
            name = "list",
            description =
                    "List the models by name: those of the library, and the one that comes with the program. Such that cannot be "
                            + "read are listed with the reason.")
    int list(
            @Option(names = "--deleted", description = "Those that were deleted and can be restored.") boolean deleted,
            @Option(
                            names = "--format",
                            defaultValue = "table",
                            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
                    Format format)
            throws ModelFileException {
        StudyTable table = deleted ? deletedTable() : table();
        Listing.print(spec, table, format, deleted ? "No model is deleted." : "No model is in the library yet.");
        return ExitCode.OK;
    }

    private StudyTable table() throws ModelFileException {
        StudyTable table = new StudyTable(
                new StudyTable.Column("model", StudyTable.Kind.TEXT),
                new StudyTable.Column("network", StudyTable.Kind.TEXT),
                new StudyTable.Column("method", StudyTable.Kind.TEXT),
                new StudyTable.Column("data", StudyTable.Kind.TEXT),
                new StudyTable.Column("parameters", StudyTable.Kind.COUNT),
                new StudyTable.Column("instances", StudyTable.Kind.COUNT),
                new StudyTable.Column("least_flops", StudyTable.Kind.FLOPS),
                new StudyTable.Column("most_flops", StudyTable.Kind.FLOPS),
                new StudyTable.Column("best_error", StudyTable.Kind.SHARE),
                new StudyTable.Column("content", StudyTable.Kind.TEXT),
                new StudyTable.Column("remark", StudyTable.Kind.TEXT));
        List<FoundModel> models = library.list();
        Map<FoundModel, FoundModel> twins =
                Duplicates.of(models, model -> model.summary().map(ModelSummary::content));
        for (FoundModel model : models) {
            FoundModel twin = twins.get(model);
            String remark = twin == null ? model.problem() : "the same trained network as " + twin.name();
            model.summary()
                    .ifPresentOrElse(
                            summary -> add(table, model.name(), summary, remark),
                            () -> table.add(model.name(), "", "", "", "", "", "", "", "", "", remark));
        }
        ModelChoice.sampleBeside(models)
                .ifPresent(sample -> add(
                        table,
                        ModelChoice.sampleName(),
                        sample,
                        "comes with the program, '" + ModelChoice.SAMPLE + "' for short"));
        return table;
    }

    private static void add(StudyTable table, String name, ModelSummary model, String remark) {
        List<InstanceScore> scores = model.sweep().byCost();
        table.add(
                name,
                model.network().name(),
                model.record().method(),
                model.record().dataTitle(),
                model.parameters(),
                model.space().size(),
                (double) scores.get(0).flops(),
                (double) scores.get(scores.size() - 1).flops(),
                scores.stream().mapToDouble(InstanceScore::top1Error).min().orElse(Double.NaN),
                model.content().substring(0, SHORT),
                remark);
    }

    private StudyTable deletedTable() throws ModelFileException {
        StudyTable table = new StudyTable(
                new StudyTable.Column("model", StudyTable.Kind.TEXT),
                new StudyTable.Column("deleted", StudyTable.Kind.TEXT));
        for (DeletedModel model : library.deleted()) {
            table.add(model.name(), model.at().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return table;
    }

    @Command(
            name = "info",
            description = "Tell what a model is: architecture, training, cost and error of every instance.")
    int info(@Parameters(paramLabel = "MODEL", description = ModelChoice.DESCRIPTION) String model)
            throws ModelFileException {
        ModelSummary summary = ModelChoice.of(model).look();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> facts = new TreeMap<>(summary.record().settings());
        print(out, "network", summary.network().name());
        print(out, "input", summary.network().side() + " x " + summary.network().side() + " pixels");
        print(out, "parameters", String.format(Locale.ROOT, "%,d", summary.parameters()));
        print(out, "classes", String.join(", ", summary.classNames()));
        print(out, "method", summary.record().method());
        print(out, "data", summary.record().dataTitle());
        print(out, "data sha-256", summary.record().dataFingerprint());
        print(out, "epochs", String.valueOf(summary.record().epochs()));
        print(
                out,
                "seconds",
                String.format(Locale.ROOT, "%.0f", summary.record().seconds()));
        print(out, "finished", summary.record().finishedAt());
        facts.forEach((name, value) -> print(out, "setting " + name, value));
        new TreeMap<>(summary.record().versions()).forEach((name, value) -> print(out, "made with " + name, value));
        print(out, "content", summary.content());
        print(out, "format", "version " + summary.formatVersion());
        out.println();
        SweepTable.text(out, summary.sweep());
        out.flush();
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, String name, String value) {
        out.printf(Locale.ROOT, "%-24s %s%n", name, value.replaceAll("\\p{Cntrl}", "?"));
    }

    @Command(name = "import", description = "Copy model files into the library, each checked, whole or not at all.")
    int take(@Parameters(arity = "1..*", paramLabel = "FILE.sdp") List<Path> files)
            throws ModelFileException, InterruptedException {
        for (Path file : files) {
            TakenModel taken = library.take(file, CopyProgress.NONE);
            tell((taken.wasThere() ? "Is there already: " : "Took in ")
                    + taken.model().name());
        }
        return ExitCode.OK;
    }

    @Command(name = "export", description = "Write a model to a file, checked, whole or not at all.")
    int export(
            @Parameters(paramLabel = "MODEL", description = ModelChoice.DESCRIPTION) String model,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "PATH",
                            description = "The .sdp file, or the folder to write it in.")
                    String out,
            @Mixin OutFiles files)
            throws ModelFileException, InterruptedException {
        ModelChoice chosen = ModelChoice.of(model);
        String name = chosen.file().map(file -> file.getFileName().toString()).orElse(SampleModels.name());
        Path target = OutFiles.in(spec, out, FoundModel.ENDING, name);
        if (files.taken(spec, List.of(target))) {
            return ExitCode.SOFTWARE;
        }
        if (chosen.file().isPresent()) {
            ModelFiles.copy(chosen.file().get(), target, CopyProgress.NONE);
        } else {
            SampleModels.export(target);
        }
        tell("Wrote " + target);
        return ExitCode.OK;
    }

    @Command(
            name = "delete",
            description = "Take models out of the library; 'models restore' brings them back within 30 days.")
    int delete(@Parameters(arity = "1..*", paramLabel = "MODEL", description = MODEL) List<String> models)
            throws ModelFileException, InterruptedException {
        List<FoundModel> all = library.list();
        List<FoundModel> chosen = new ArrayList<>();
        for (String model : models) {
            chosen.add(find(all, model));
        }
        for (FoundModel model : chosen) {
            tell("Deleted " + library.delete(model).name());
        }
        return ExitCode.OK;
    }

    @Command(name = "restore", description = "Bring deleted models back; of several of a name the one deleted last.")
    int restore(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "MODEL",
                            description = "Its name, as 'models list --deleted' shows it.")
                    List<String> models)
            throws ModelFileException, InterruptedException {
        for (String name : models) {
            Optional<DeletedModel> deleted = library.deleted().stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst();
            if (deleted.isEmpty()) {
                throw new ModelFileException(
                        "No deleted model is called \"" + name + "\". 'sdpoint models list --deleted' has them all.");
            }
            tell("Restored " + library.restore(deleted.get()).name());
        }
        return ExitCode.OK;
    }

    private void tell(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    /** The one model that is meant; to delete one takes its whole name. */
    private static FoundModel find(List<FoundModel> all, String typed) throws ModelFileException {
        List<FoundModel> named =
                all.stream().filter(model -> model.name().equals(typed)).toList();
        List<FoundModel> found = named.isEmpty() && typed.matches("[0-9a-f]{4,64}")
                ? all.stream()
                        .filter(model -> model.summary()
                                .filter(summary -> summary.content().startsWith(typed))
                                .isPresent())
                        .toList()
                : named;
        if (found.isEmpty() && (typed.equals(ModelChoice.SAMPLE) || typed.equals(ModelChoice.sampleName()))) {
            throw new ModelFileException("\"" + typed + "\" comes with the program and cannot be deleted.");
        }
        if (found.isEmpty()) {
            throw new ModelFileException(
                    "There is no model \"" + typed + "\" in the library. 'sdpoint models list' has them all.");
        }
        if (found.size() > 1) {
            throw new ModelFileException(
                    "\"" + typed + "\" names " + found.size() + " models. Give the whole name of one.");
        }
        return found.get(0);
    }
}
