package dev.sdpoint.app.cli;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.ModelCard;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Trainer;
import dev.sdpoint.engine.training.TrainingException;
import dev.sdpoint.engine.training.TrainingResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sdpoint train}: a whole run without a window. */
@Command(
        name = "train",
        description = "Train a network and write a model file. A checkpoint FILE.sdp.checkpoint is written every two "
                + "minutes and on Ctrl+C; --resume goes on from it with the same result as if it had never stopped.")
public final class TrainCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TrainCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, description = "'bundled', or the folder of the CIFAR-10 binary files.")
    private String data = "";

    @Option(names = "--network", required = true, description = "Architecture, such as wrn-16-2.")
    private String network = "";

    @Option(names = "--epochs", required = true, description = "Passes over the training images.")
    private int epochs;

    @Option(names = "--seed", required = true, description = "The same seed gives the same weights.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE.sdp", description = "Where the model goes.")
    private Path out = Path.of("");

    @Option(names = "--method", defaultValue = "sdpoint", description = "sdpoint or plain (default ${DEFAULT-VALUE}).")
    private String method = "";

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
    public Integer call()
            throws DataException, TrainingException, ModelFileException, IOException, InterruptedException {
        Path checkpoint = out.resolveSibling(out.getFileName() + ".checkpoint");
        if (!resume && Files.exists(checkpoint)) {
            throw new TrainingException("There is a checkpoint of an unfinished run at " + checkpoint
                    + ". Go on with --resume, delete it, or choose another --out.");
        }
        Method how = Arguments.valid(spec, () -> Method.parse(method));
        Arguments.valid(spec, () -> NetworkNames.parse(network, 10, 32));
        DataSet images = DataSets.open(data);
        Recipe recipe = Arguments.valid(
                spec,
                () -> Recipe.standard(
                        NetworkNames.parse(
                                network,
                                images.classNames().size(),
                                images.training().side()),
                        how,
                        epochs,
                        seed));
        TrainingResult result = run(recipe, images, checkpoint);
        PrintWriter print = spec.commandLine().getOut();
        if (result instanceof TrainingResult.Completed completed) {
            save(completed.model(), checkpoint);
            SweepTable.text(print, completed.model().sweep());
            return ExitCode.OK;
        }
        return ExitCode.SOFTWARE;
    }

    private TrainingResult run(Recipe recipe, DataSet images, Path checkpoint)
            throws TrainingException, InterruptedException {
        try (TrainProgress progress = new TrainProgress(spec.commandLine().getErr());
                Interruption interruption = new Interruption()) {
            if (peakRate != null) {
                double rate = peakRate;
                Arguments.valid(spec, () -> {
                    interruption.control().setPeakLearningRate(rate);
                    return rate;
                });
            }
            TrainingResult result = new Trainer(new Dl4jCompute())
                    .run(recipe, images, interruption.control(), progress, Optional.of(checkpoint));
            if (result instanceof TrainingResult.Interrupted) {
                PrintWriter err = spec.commandLine().getErr();
                err.printf("%nStopped. Go on with the same command and --resume.%n");
                err.flush();
            }
            return result;
        }
    }

    private void save(SdpModel model, Path checkpoint) throws ModelFileException, IOException {
        ModelFiles.write(out, model);
        if (card != null) {
            Files.writeString(card, ModelCard.markdown(model, commandText(model)));
        }
        Files.deleteIfExists(checkpoint);
        spec.commandLine().getErr().println("Wrote " + out);
    }

    private String commandText(SdpModel model) {
        String folder = data.equals("bundled") ? data : "FOLDER";
        return "sdpoint train --data " + folder + " --network " + network + " --epochs " + epochs + " --seed " + seed
                + " --out " + out.getFileName() + " --method " + model.record().method();
    }

    /** Shows a run as a progress bar, with a line for every evaluation. */
    private static final class TrainProgress implements Consumer<TrainingEvent>, AutoCloseable {
        private final PrintWriter err;
        private @Nullable TerminalProgress bar;

        TrainProgress(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void accept(TrainingEvent event) {
            if (event instanceof TrainingEvent.Started started) {
                bar = new TerminalProgress("train", started.iterations(), started.iteration());
            } else if (event instanceof TrainingEvent.IterationDone done && bar != null) {
                bar.reached(
                        done.iteration(),
                        String.format(
                                "epoch %d, loss %.3f, %.0f images/s",
                                done.epoch() + 1, done.loss(), done.imagesPerSecond()));
            } else if (event instanceof TrainingEvent.Evaluated evaluated) {
                var curve = evaluated.sweep().byCost();
                err.printf(
                        "%nepoch %d: error %.1f %% in full, %.1f %% at %.0f %% of the cost%n",
                        evaluated.epoch(),
                        100 * evaluated.sweep().scores().get(0).top1Error(),
                        100 * curve.get(0).top1Error(),
                        100 * curve.get(0).relativeCost());
                err.flush();
            } else if (event instanceof TrainingEvent.PeakRateChanged changed) {
                err.printf(
                        "%nThe peak learning rate is %s from iteration %d on.%n",
                        changed.peakRate(), changed.iteration());
                err.flush();
            } else if (event instanceof TrainingEvent.Warned warned) {
                err.printf("%nWarning: %s%n", warned.message());
                err.flush();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    /** Turns Ctrl+C into a stop with a checkpoint. */
    private static final class Interruption implements AutoCloseable {
        private static final long PATIENCE_SECONDS = 20;
        private final RunControl control = new RunControl();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread hook = new Thread(this::stop, "stop-training");

        Interruption() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        RunControl control() {
            return control;
        }

        private void stop() {
            control.stop();
            try {
                if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("The training did not stop in time; its last checkpoint is kept.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the program is ending: the hook runs already
            }
        }
    }
}
