package dev.sdpoint.app.cli;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.reproduction.Claim;
import dev.sdpoint.engine.reproduction.Entry;
import dev.sdpoint.engine.reproduction.Findings;
import dev.sdpoint.engine.reproduction.Preset;
import dev.sdpoint.engine.reproduction.Reproduction;
import dev.sdpoint.engine.training.Trainer;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sdpoint reproduce}: the comparison of the paper's Fig. 3, at the scale that the machine can carry. */
@Command(
        name = "reproduce",
        description = {
            "Train SDPoint and what the paper compares it with, draw all cost-error curves in one figure, and say of each "
                    + "claim of the paper whether it held.",
            "Give the same command again to go on after a stop: finished models in the folder are taken as they are."
        })
public final class ReproduceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "cifar10", description = "What is reproduced: cifar10.")
    private String what = "";

    @Option(
            names = "--preset",
            required = true,
            description =
                    "${COMPLETION-CANDIDATES}: a tiny network on the bundled photographs; Wide ResNet 16-2 on all of "
                            + "CIFAR-10; the paper's networks, for a GPU.")
    private Preset preset = Preset.MINUTES;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "The folder of the CIFAR-10 binary files; with --preset minutes the bundled photographs if not "
                            + "given.")
    private @Nullable String data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for models, checkpoints, figure, table and report.")
    private Path out = Path.of("");

    @Option(names = "--seed", defaultValue = "7", description = "Of every run (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "RUN",
            description = "Train these runs alone, such as sdpoint,plain; finished ones of the folder count too.")
    private List<String> only = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (!what.equals("cifar10")) {
            throw new ParameterException(spec.commandLine(), "\"" + what + "\" cannot be reproduced; cifar10 can");
        }
        if (data == null && !preset.bundled()) {
            throw new ParameterException(
                    spec.commandLine(), "--preset " + preset.id() + " needs --data, the folder of CIFAR-10");
        }
        DataSet images = DataOpening.open(spec, data == null ? DataSets.BUNDLED : data, OptionalInt.empty());
        List<Entry> entries = preset.entries(images, seed);
        requireKnown(entries);
        Files.createDirectories(out);
        Optional<Map<Entry, SdpModel>> trained = models(entries, images);
        if (trained.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        Map<Entry, SdpModel> models = trained.get();
        Findings findings = Findings.of(entries, models, uniform(models, images));
        new ReproductionOutput(preset, images, seed, models.values()).write(findings, out);
        for (Claim claim : findings.claims()) {
            spec.commandLine()
                    .getOut()
                    .printf("%s%n  %s. %s%n", claim.statement(), claim.verdict().text(), claim.evidence());
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().println("Wrote " + out.resolve(ReproductionOutput.REPORT));
        return ExitCode.OK;
    }

    /** Trains what is not there yet, every run being recorded; empty if a person stopped it. */
    private Optional<Map<Entry, SdpModel>> models(List<Entry> entries, DataSet images) throws Exception {
        Map<Entry, SdpModel> models = new LinkedHashMap<>();
        try (RunArchive archive = new RunArchive(UserFolders.runs())) {
            TrainingSession session = new RecordedSession(new Trainer(new Dl4jCompute())::run, archive);
            Reproduction reproduction = new Reproduction(session::run, images, out);
            for (Entry entry : entries) {
                Optional<SdpModel> model = wanted(entry) ? train(reproduction, entry) : reproduction.finished(entry);
                if (model.isEmpty() && wanted(entry)) {
                    return Optional.empty();
                }
                model.ifPresent(m -> models.put(entry, m));
            }
        }
        return Optional.of(models);
    }

    /** SDPoint's weights once more, with the running averages of training for all instances. */
    private static Map<Entry, Sweep> uniform(Map<Entry, SdpModel> models, DataSet images) throws InterruptedException {
        Map<Entry, Sweep> sweeps = new LinkedHashMap<>();
        for (Map.Entry<Entry, SdpModel> run : models.entrySet()) {
            if (run.getKey().role() == Entry.Role.SDPOINT) {
                Subject subject =
                        new Subject(run.getKey().id(), run.getValue(), images.validation(), new TerminalBench());
                sweeps.put(
                        run.getKey(), subject.answers(StatisticsChoice.UNIFORM).sweep());
            }
        }
        return sweeps;
    }

    private void requireKnown(List<Entry> entries) {
        List<String> known = entries.stream().map(Entry::id).toList();
        for (String id : only) {
            if (!known.contains(id)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no run \"" + id + "\"; known are " + String.join(", ", known));
            }
        }
    }

    private boolean wanted(Entry entry) {
        return only.isEmpty() || only.contains(entry.id());
    }

    private Optional<SdpModel> train(Reproduction reproduction, Entry entry) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        err.println(entry.title() + " (" + entry.id() + ")");
        err.flush();
        try (TrainProgress progress = new TrainProgress(err);
                Interruption interruption = new Interruption()) {
            Optional<SdpModel> model = reproduction.model(entry, interruption.control(), progress);
            if (model.isEmpty()) {
                err.printf("%nStopped. Go on with the same command.%n");
                err.flush();
            }
            return model;
        }
    }
}
