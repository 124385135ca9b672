package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BatchStream;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The iterations of one run, from top to bottom: draw an instance, step, keep a checkpoint, sweep, heed the control. Events go to the listener on the
 * thread that runs it; used once, by one thread.
 */
final class TrainingLoop {
    /** Tells the chances of dropout and stochastic depth from other uses of a run's seed. */
    private static final long CHANCE = 0x64726F704F757453L;

    private final Recipe recipe;
    private final DataSet data;
    private final RunControl control;
    private final Consumer<TrainingEvent> listener;
    private final Checkpoints checkpoints;
    private final CheckpointWriter writer;
    private final InstanceSpace space;
    private final InstanceSampler sampler;
    private final int iterationsPerEpoch;
    private final long iterations;
    private final Machine here;
    private final RunLog log;
    private final PeakRate peakRate;
    private final LossWatch watch;
    private final Pace pace = new Pace();
    private long iteration;
    private double secondsBefore;
    private boolean evaluationDue;

    TrainingLoop(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Checkpoints checkpoints,
            Machine here) {
        this.recipe = recipe;
        this.data = data;
        this.control = control;
        this.listener = listener;
        this.checkpoints = checkpoints;
        this.writer = new CheckpointWriter(checkpoints, listener);
        this.space = recipe.space();
        this.sampler = recipe.sampler();
        this.iterationsPerEpoch = data.training().size() / recipe.optimization().batchSize();
        this.iterations = (long) iterationsPerEpoch * recipe.optimization().epochs();
        this.here = here;
        this.log = new RunLog(here);
        this.peakRate = new PeakRate(recipe.optimization().learningRate(), control, log, listener);
        this.watch = new LossWatch(recipe.network().classes());
    }

    /** The run goes on, but not quite as asked. */
    void warn(String sentence) {
        listener.accept(new TrainingEvent.Warned(iteration, sentence));
    }

    /** Iterations done so far, those of earlier sessions of the run among them. */
    long iteration() {
        return iteration;
    }

    /** Goes on from the checkpoint, if there is one, until all epochs are done or the control stops the run. */
    TrainingResult run(TrainableNetwork network) throws TrainingException, InterruptedException {
        Optional<String> warning = resume(network);
        ModelAssembly assembly = new ModelAssembly(recipe, data, control, log);
        BatchMaker maker = new BatchMaker(
                data.training(), assembly.normalization(), recipe.data().augmentation());
        int epochs = recipe.optimization().epochs();
        listener.accept(new TrainingEvent.Started(iteration, iterations, iterationsPerEpoch, epochs));
        warning.ifPresent(this::warn);
        peakRate.tellIfEdited(iteration);
        try (BatchStream batches = new BatchStream(
                maker,
                data.training().size(),
                recipe.optimization().batchSize(),
                recipe.seed(),
                iteration,
                iterations)) {
            if (evaluationDue) {
                evaluate(network, assembly); // the session before ended before it was told
            }
            while (iteration < iterations) {
                waitWhilePaused(network, assembly);
                if (control.stopRequested()) {
                    Optional<TrainingResult> end = stopped(network);
                    if (end.isPresent()) {
                        return end.get();
                    }
                    continue; // held
                }
                if (peakRate.takeEdit(iteration)) {
                    writeCheckpoint(network, true); // before the first step with it, so that no kill can lose it
                }
                step(network, batches.next());
                boolean epochDone = iteration % iterationsPerEpoch == 0;
                evaluationDue |= epochDone && iteration < iterations;
                if (epochDone || checkpoints.due()) {
                    writeCheckpoint(network, true);
                }
                boolean asked = control.takeEvaluationRequest();
                if (asked || evaluationDue) {
                    evaluate(network, assembly);
                }
            }
        }
        checkpoints.forgetPrevious();
        return finish(network, assembly);
    }

    private void step(TrainableNetwork network, Batch batch) throws TrainingException {
        double rate = learningRate();
        Instance instance = sampler.draw(iteration);
        long chance = SplitMix64.seedOf(recipe.seed() ^ CHANCE, iteration);
        TrainableNetwork.StepResult result = network.step(batch, instance, rate, chance);
        if (!Double.isFinite(result.loss())) {
            throw diverged("The loss is " + result.loss(), rate);
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
        watch.add(result.loss());
        if (watch.exploded()) {
            throw diverged(watch.words(), rate);
        }
        checkpoints.reached(iteration, watch.calm());
    }

    /** Leaves the last good checkpoint, and says what to try. */
    private TrainingException diverged(String how, double rate) {
        checkpoints.fallBack();
        return new TrainingException(RunFailure.diverged(how, iteration, rate, peakRate.now(), checkpoints.kept()));
    }

    private double learningRate() {
        return peakRate.now() * recipe.optimization().schedule().factor((double) iteration / iterations);
    }

    private void waitWhilePaused(TrainableNetwork network, ModelAssembly assembly)
            throws TrainingException, InterruptedException {
        if (!control.pauseRequested() || control.stopRequested()) {
            return;
        }
        pace.stop();
        writeCheckpoint(network, true);
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
        boolean running = pace.stop();
        int epoch = (int) Math.max(1, (iteration + iterationsPerEpoch - 1) / iterationsPerEpoch);
        assembly.quickSweep(network).ifPresent(sweep -> {
            evaluationDue = false;
            listener.accept(new TrainingEvent.Evaluated(iteration, epoch, sweep));
        });
        if (running) { // else the run is paused, and stays so
            pace.start();
        }
    }

    private TrainingResult finish(TrainableNetwork network, ModelAssembly assembly)
            throws TrainingException, InterruptedException {
        pace.stop();
        double seconds = secondsBefore + pace.seconds();
        var model = assembly.complete(network, seconds);
        while (model.isEmpty()) {
            Optional<TrainingResult> end = stopped(network);
            if (end.isPresent()) {
                return end.get();
            }
            waitWhilePaused(network, assembly);
            pace.stop();
            model = assembly.complete(network, seconds);
        }
        int epochs = recipe.optimization().epochs();
        listener.accept(
                new TrainingEvent.Evaluated(iteration, epochs, model.get().sweep()));
        listener.accept(new TrainingEvent.Finished(iteration, seconds));
        return new TrainingResult.Completed(model.get());
    }

    /** Ends the run with a checkpoint; empty if that cannot be written and the run is to wait as if paused. */
    private Optional<TrainingResult> stopped(TrainableNetwork network) throws TrainingException {
        pace.stop();
        Optional<String> unwritten = writeCheckpoint(network, false);
        if (unwritten.isEmpty()) {
            listener.accept(new TrainingEvent.Stopped(iteration));
            return Optional.of(new TrainingResult.Interrupted(iteration));
        }
        if (control.holdStop()) {
            String sentence = RunFailure.held(unwritten.get(), iteration, checkpoints.kept());
            listener.accept(new TrainingEvent.StopHeld(iteration, sentence));
            return Optional.empty();
        }
        throw new TrainingException(RunFailure.stoppedUnwritten(unwritten.get(), iteration, checkpoints.kept()));
    }

    /** Goes on from the checkpoint, if there is one; a sentence if this machine computes otherwise than the last. */
    private Optional<String> resume(TrainableNetwork network) throws TrainingException {
        Optional<Checkpoint> found = checkpoints.open();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = found.get();
        RunChecks.checkResume(checkpoint, recipe, data, checkpoints.name());
        network.restore(checkpoint.weights(), checkpoint.updaterState());
        iteration = checkpoint.iteration();
        secondsBefore = checkpoint.seconds();
        evaluationDue = checkpoint.evaluationDue();
        checkpoint.history().ifPresent(log::goOnFrom);
        watch.goOnFrom(checkpoint.losses());
        return RunChecks.otherMachine(checkpoint.history(), here);
    }

    /**
     * Writes where the run stands.
     *
     * @param goesOn whether the run goes on if that is impossible
     * @return why it was impossible
     */
    private Optional<String> writeCheckpoint(TrainableNetwork network, boolean goesOn) throws TrainingException {
        NamedWeights weights = network.weights();
        Optional<String> ruined = RunChecks.ruined(weights);
        if (ruined.isPresent()) {
            throw diverged(ruined.get(), learningRate());
        }
        writer.announce(iteration);
        Checkpoint checkpoint = new Checkpoint(
                iteration,
                secondsBefore + pace.seconds(),
                RecipeText.settings(recipe),
                data.fingerprint(),
                weights,
                network.updaterState(),
                Optional.of(log.history()),
                watch.memory(),
                evaluationDue);
        return writer.write(checkpoint, watch.calm(), goesOn);
    }
}
