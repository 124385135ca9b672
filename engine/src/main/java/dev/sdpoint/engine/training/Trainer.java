package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BatchStream;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Trains a network from a recipe: one instance drawn per iteration for the whole mini-batch (paper §3.2), ordinary
 * cross-entropy, SGD. Thread-safe; each run uses the thread that calls it.
 */
public final class Trainer {
    /** Time between checkpoints. */
    private static final long CHECKPOINT_NANOS = 120_000_000_000L;

    /** Tells the chances of dropout and stochastic depth from other uses of a run's seed. */
    private static final long CHANCE = 0x64726F704F757453L;

    private final NetworkBuilder builder;

    public Trainer(NetworkBuilder builder) {
        this.builder = builder;
    }

    /**
     * Runs until all epochs are done, or the control stops it. Emits events on this thread.
     *
     * @param checkpointFile if given, the run goes on from this file where it exists, and writes it every two minutes, after
     *     every epoch and on a stop
     * @throws TrainingException if the checkpoint is of another recipe or data set, the loss is no number any more, or a file
     *     cannot be written; the last good checkpoint is kept
     * @throws InterruptedException if the thread is interrupted; the same checkpoint is kept
     */
    public TrainingResult run(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpointFile)
            throws TrainingException, InterruptedException {
        RunChecks.check(recipe, data);
        Run run = new Run(recipe, data, control, listener, checkpointFile);
        try (TrainableNetwork network = builder.build(recipe.network(), recipe.optimization(), recipe.seed())) {
            return run.train(network);
        } catch (TrainingException e) {
            listener.accept(new TrainingEvent.Failed(run.iteration, String.valueOf(e.getMessage())));
            throw e;
        } catch (CancellationException e) {
            Thread.interrupted(); // the exception now says what the flag said
            throw new InterruptedException("the run was interrupted while it waited for a batch");
        }
    }

    /** One run: the loop reads from top to bottom. */
    private static final class Run {
        private final Recipe recipe;
        private final DataSet data;
        private final RunControl control;
        private final Consumer<TrainingEvent> listener;
        private final Optional<Path> checkpointFile;
        private final InstanceSpace space;
        private final InstanceSampler sampler;
        private final int iterationsPerEpoch;
        private final long iterations;
        private final Pace pace = new Pace();
        private long iteration;
        private double secondsBefore;
        private long lastCheckpoint = System.nanoTime();

        Run(
                Recipe recipe,
                DataSet data,
                RunControl control,
                Consumer<TrainingEvent> listener,
                Optional<Path> checkpointFile) {
            this.recipe = recipe;
            this.data = data;
            this.control = control;
            this.listener = listener;
            this.checkpointFile = checkpointFile;
            this.space = recipe.space();
            this.sampler = recipe.sampler();
            this.iterationsPerEpoch =
                    data.training().size() / recipe.optimization().batchSize();
            this.iterations = (long) iterationsPerEpoch * recipe.optimization().epochs();
        }

        TrainingResult train(TrainableNetwork network) throws TrainingException, InterruptedException {
            resume(network);
            ModelAssembly assembly = new ModelAssembly(recipe, data, control);
            BatchMaker maker = new BatchMaker(
                    data.training(), assembly.normalization(), recipe.data().augmentation());
            int epochs = recipe.optimization().epochs();
            listener.accept(new TrainingEvent.Started(iteration, iterations, iterationsPerEpoch, epochs));
            try (BatchStream batches = new BatchStream(
                    maker,
                    data.training().size(),
                    recipe.optimization().batchSize(),
                    recipe.seed(),
                    iteration,
                    iterations)) {
                while (iteration < iterations) {
                    waitWhilePaused(network, assembly);
                    if (control.stopRequested()) {
                        return stopped(network);
                    }
                    step(network, batches.next());
                    boolean epochDone = iteration % iterationsPerEpoch == 0;
                    if (epochDone || System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
                        writeCheckpoint(network);
                    }
                    boolean asked = control.takeEvaluationRequest();
                    if (asked || (epochDone && iteration < iterations)) {
                        evaluate(network, assembly);
                    }
                }
            }
            return finish(network, assembly);
        }

        private void step(TrainableNetwork network, Batch batch) throws TrainingException {
            double rate = learningRate();
            Instance instance = sampler.draw(iteration);
            long chance = SplitMix64.seedOf(recipe.seed() ^ CHANCE, iteration);
            TrainableNetwork.StepResult result = network.step(batch, instance, rate, chance);
            if (!Double.isFinite(result.loss())) {
                throw new TrainingException("The loss is " + result.loss() + " after " + iteration
                        + " iterations at learning rate " + rate
                        + ". Try a learning rate ten times smaller; the last checkpoint is kept.");
            }
            int epoch = (int) (iteration / iterationsPerEpoch);
            iteration++;
            pace.add(batch.labels().length);
            listener.accept(new TrainingEvent.IterationDone(
                    iteration,
                    epoch,
                    space.indexOf(instance),
                    result.loss(),
                    (double) result.wrong() / batch.labels().length,
                    rate,
                    pace.imagesPerSecond()));
        }

        private double learningRate() {
            Optimization optimization = recipe.optimization();
            double peak = control.peakLearningRate().orElse(optimization.learningRate());
            return peak * optimization.schedule().factor((double) iteration / iterations);
        }

        private void waitWhilePaused(TrainableNetwork network, ModelAssembly assembly)
                throws TrainingException, InterruptedException {
            if (!control.pauseRequested() || control.stopRequested()) {
                return;
            }
            pace.stop();
            writeCheckpoint(network);
            listener.accept(new TrainingEvent.Paused(iteration));
            while (control.pauseRequested() && !control.stopRequested()) {
                control.awaitWork();
                if (control.takeEvaluationRequest()) {
                    evaluate(network, assembly);
                }
            }
            if (!control.stopRequested()) {
                pace.start();
                listener.accept(new TrainingEvent.Resumed(iteration));
            }
        }

        private void evaluate(TrainableNetwork network, ModelAssembly assembly) throws InterruptedException {
            pace.stop();
            int epoch = (int) Math.max(1, (iteration + iterationsPerEpoch - 1) / iterationsPerEpoch);
            assembly.quickSweep(network)
                    .ifPresent(sweep -> listener.accept(new TrainingEvent.Evaluated(iteration, epoch, sweep)));
            pace.start();
        }

        private TrainingResult finish(TrainableNetwork network, ModelAssembly assembly)
                throws TrainingException, InterruptedException {
            pace.stop();
            double seconds = secondsBefore + pace.seconds();
            var model = assembly.complete(network, seconds);
            if (model.isEmpty()) {
                return stopped(network);
            }
            int epochs = recipe.optimization().epochs();
            listener.accept(
                    new TrainingEvent.Evaluated(iteration, epochs, model.get().sweep()));
            listener.accept(new TrainingEvent.Finished(iteration, seconds));
            return new TrainingResult.Completed(model.get());
        }

        private TrainingResult stopped(TrainableNetwork network) throws TrainingException {
            pace.stop();
            writeCheckpoint(network);
            listener.accept(new TrainingEvent.Stopped(iteration));
            return new TrainingResult.Interrupted(iteration);
        }

        private void resume(TrainableNetwork network) throws TrainingException {
            if (checkpointFile.isEmpty() || !Files.exists(checkpointFile.get())) {
                return;
            }
            Checkpoint checkpoint =
                    Checkpoint.read(checkpointFile.get(), recipe.network().plan());
            RunChecks.checkResume(checkpoint, recipe, data, checkpointFile.get());
            network.restore(checkpoint.weights(), checkpoint.updaterState());
            iteration = checkpoint.iteration();
            secondsBefore = checkpoint.seconds();
        }

        private void writeCheckpoint(TrainableNetwork network) throws TrainingException {
            lastCheckpoint = System.nanoTime();
            NamedWeights weights = network.weights();
            RunChecks.checkWeights(weights, iteration, learningRate());
            if (checkpointFile.isEmpty()) {
                return;
            }
            new Checkpoint(
                            iteration,
                            secondsBefore + pace.seconds(),
                            RecipeText.settings(recipe),
                            data.fingerprint(),
                            weights,
                            network.updaterState())
                    .write(checkpointFile.get());
            listener.accept(new TrainingEvent.CheckpointWritten(
                    iteration, checkpointFile.get().toString()));
        }
    }
}
