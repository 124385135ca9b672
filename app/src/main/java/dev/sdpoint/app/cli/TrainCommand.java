package dev.sdpoint.app.cli;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.model.ModelCard;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.store.StoreOpening;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.Trainer;
import dev.sdpoint.engine.training.TrainingException;
import dev.sdpoint.engine.training.TrainingResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sdpoint train}: a whole run without a window. */
@Command(
        name = "train",
        description = "Train a network and write a model file. A checkpoint FILE.sdp.checkpoint is written every two "
                + "minutes and on Ctrl+C; --resume goes on from it with the same result as if it had never stopped.")
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, description = DataOpening.DESCRIPTION)
    private String data = "";

    @Option(
            names = "--side",
            paramLabel = "N",
            description = "Rows and columns of the images of a folder of pictures, 8 to 512; 32 or 64 if not given.")
    private @Nullable Integer side;

    @Option(names = "--network", required = true, description = "Architecture, such as wrn-16-2.")
    private String network = "";

    @Option(names = "--epochs", required = true, description = "Passes over the training images.")
    private int epochs;

    @Option(names = "--seed", required = true, description = "The same seed gives the same weights.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description =
                    "Where the model goes: the .sdp file, or a folder, where it is called after network and method.")
    private String typedOut = "";

    private Path out = Path.of("");

    @Mixin
    private OutFiles files = new OutFiles();

    @Option(
            names = "--method",
            defaultValue = "sdpoint",
            description = "sdpoint, plain, dropout, early-exits or multiscale (default ${DEFAULT-VALUE}).")
    private String method = "";

    @Mixin
    private RecipeOptions options = new RecipeOptions();

    @Option(names = "--resume", description = "Go on from the checkpoint beside FILE.sdp, if there is one.")
    private boolean resume;

    @Option(
            names = "--peak-rate",
            paramLabel = "RATE",
            description =
                    "Replace the peak learning rate from here on, as after a loss that exploded. The checkpoint and "
                            + "the model remember it.")
    private @Nullable Double peakRate;

    @Option(names = "--card", paramLabel = "FILE.md", description = "Write a model card too.")
    private @Nullable Path card;

    @Override
    public Integer call() throws Exception {
        String name = Arguments.valid(
                spec,
                () -> NetworkNames.parse(network, OptionalInt.empty(), OptionalInt.empty())
                                .name() + "-"
                        + Method.parse(method).id());
        out = OutFiles.in(spec, typedOut, FoundModel.ENDING, name + FoundModel.ENDING);
        Path checkpoint = out.resolveSibling(out.getFileName() + ".checkpoint");
        if (card != null && List.of(absolute(out), absolute(checkpoint)).contains(absolute(card))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The card would be written over the model or its checkpoint. Give another --card, such as " + name
                            + ".md.");
        }
        if (files.taken(spec, replaced(resume && Files.exists(checkpoint)))) {
            return ExitCode.SOFTWARE;
        }
        if (!resume && Files.exists(checkpoint)) {
            throw new TrainingException("There is a checkpoint of an unfinished run at " + checkpoint
                    + ". Go on with --resume, delete it, or choose another --out.");
        }
        DataSet images = DataOpening.open(spec, data, side == null ? OptionalInt.empty() : OptionalInt.of(side));
        Recipe recipe = Arguments.valid(
                spec,
                () -> options.recipe(
                        NetworkNames.parse(
                                network,
                                images.classNames().size(),
                                images.training().side()),
                        Method.parse(method),
                        epochs,
                        seed));
        TrainProgress progress = new TrainProgress(spec.commandLine().getErr());
        TrainingResult result = run(recipe, images, checkpoint, progress);
        PrintWriter print = spec.commandLine().getOut();
        if (result instanceof TrainingResult.Completed completed) {
            save(completed.model(), checkpoint, progress.checkpointIsLast());
            SweepTable.text(print, completed.model().sweep());
            return ExitCode.OK;
        }
        return ExitCode.SOFTWARE;
    }

    /** A file by the real folder that it is in, so that links do not hide that two are one. */
    private static Path absolute(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder != null && Files.exists(folder) ? folder.toRealPath().resolve(absolute.getFileName()) : absolute;
    }

    /** What this run would write over and is not its own; one that was killed at its end may have written model and card already. */
    private List<Path> replaced(boolean goesOn) {
        List<Path> written = card == null ? List.of(out) : List.of(out, card);
        return !goesOn ? written : Files.exists(out) ? List.of() : written.subList(1, written.size());
    }

    private TrainingResult run(Recipe recipe, DataSet images, Path checkpoint, TrainProgress progress)
            throws Exception {
        try (RunArchive archive = new RunArchive(UserFolders.runs());
                progress;
                Interruption interruption = new Interruption()) {
            if (peakRate != null) {
                double rate = peakRate;
                Arguments.valid(spec, () -> {
                    interruption.control().setPeakLearningRate(rate);
                    return rate;
                });
            }
            if (archive.opening() instanceof StoreOpening.Repaired repaired) {
                spec.commandLine().getErr().println(repaired.sentence().orElseThrow());
            }
            TrainingResult result = train(recipe, images, interruption, progress, archive, checkpoint);
            if (result instanceof TrainingResult.Interrupted) {
                PrintWriter err = spec.commandLine().getErr();
                err.printf("%nStopped. Go on with the same command and --resume.%n");
                err.flush();
            }
            return result;
        }
    }

    private TrainingResult train(
            Recipe recipe,
            DataSet images,
            Interruption interruption,
            TrainProgress progress,
            RunArchive archive,
            Path checkpoint)
            throws Exception {
        try {
            return new RecordedSession(new Trainer(new Dl4jCompute())::run, archive)
                    .run(recipe, images, interruption.control(), progress, Optional.of(checkpoint));
        } catch (TrainingException e) {
            if (interruption.control().stopRequested()) { // the process ends before its failure is told otherwise
                PrintWriter err = spec.commandLine().getErr();
                err.printf("%n%s%n", e.getMessage());
                err.flush();
            }
            throw e;
        }
    }

    private void save(SdpModel model, Path checkpoint, boolean canBeResumed)
            throws ModelFileException, IOException, InterruptedException {
        new PatientSaving(spec.commandLine().getErr(), canBeResumed).write(out, model);
        if (card != null) {
            WholeFile.write(card, ModelCard.markdown(model, commandText()));
        }
        Files.deleteIfExists(checkpoint);
        spec.commandLine().getErr().println("Wrote " + out);
    }

    /** The command as it was typed, without what belongs to this machine and this call alone. */
    private String commandText() {
        List<String> words = new ArrayList<>(List.of("sdpoint")); // the command itself is among the words
        List<String> typed = spec.commandLine().getParseResult().originalArgs().stream()
                .flatMap(word -> Stream.of(word.startsWith("--") ? word.split("=", 2) : new String[] {word}))
                .toList();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals("--card")) {
                i++;
            } else if (word.equals("--data") && i + 1 < typed.size()) {
                words.add(word);
                words.add(typed.get(++i).equals("bundled") ? "bundled" : "FOLDER");
            } else if (word.equals("--out") && i + 1 < typed.size()) {
                words.add(word);
                words.add(String.valueOf(out.getFileName()));
                i++;
            } else if (!Set.of("--resume", "--force", "--verbose").contains(word)) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }
}
