package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DecodingTrial;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.Calibration;
import dev.sdpoint.engine.evaluation.Evaluator;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.RecordedOutcomes;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TrainingRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Calibrates and evaluates the network of a run, and puts the finished model together. */
final class ModelAssembly {
    /** The evaluation after an epoch calibrates on fewer batches than the end of a run. */
    private static final int QUICK_BATCHES = 4;

    /** The same validation images are evaluated after every epoch of every run, so that curves compare. */
    private static final long CHOICE_SEED = 1;

    private final Recipe recipe;
    private final DataSet data;
    private final RunControl control;
    private final RunLog log;
    private final Normalization normalization;

    ModelAssembly(Recipe recipe, DataSet data, RunControl control, RunLog log) {
        this.recipe = recipe;
        this.data = data;
        this.control = control;
        this.log = log;
        this.normalization = DecodingTrial.normalization(data, CHOICE_SEED);
    }

    Normalization normalization() {
        return normalization;
    }

    /** All instances on a random but fixed choice of validation images; empty if the run was stopped meanwhile. */
    Optional<Sweep> quickSweep(TrainableNetwork network) throws InterruptedException {
        int batches = Math.min(QUICK_BATCHES, recipe.data().calibrationBatches());
        int images =
                Math.min(recipe.data().evaluationImages(), data.validation().size());
        int[] chosen = Arrays.copyOf(EpochOrder.of(data.validation().size(), CHOICE_SEED, 0), images);
        return evaluate(network, batches, chosen, false, Progress.NONE)
                .map(found -> found.result().sweep());
    }

    /** The finished model; empty if the run was stopped meanwhile. */
    Optional<SdpModel> complete(TrainableNetwork network, double seconds) throws InterruptedException {
        int epochs = recipe.optimization().epochs();
        return whole(network, Progress.NONE)
                .map(found -> model(network, found, record(epochs, seconds, Optional.of(log.history()))));
    }

    /** The model as a checkpoint has it: the same that {@link #complete} gives after the last iteration. */
    SdpModel asOf(Checkpoint checkpoint, ExecutableNetwork network, Progress progress) throws InterruptedException {
        int perEpoch =
                Math.max(1, data.training().size() / recipe.optimization().batchSize());
        int epochs = (int) (checkpoint.iteration() / perEpoch);
        Found found = whole(network, progress)
                .orElseThrow(() -> new InterruptedException("the evaluation of the checkpoint was stopped"));
        return model(network, found, record(epochs, checkpoint.seconds(), checkpoint.history()));
    }

    private Optional<Found> whole(ExecutableNetwork network, Progress progress) throws InterruptedException {
        int[] all = IntStream.range(0, data.validation().size()).toArray();
        return evaluate(network, recipe.data().calibrationBatches(), all, true, progress);
    }

    private SdpModel model(ExecutableNetwork network, Found found, TrainingRecord record) {
        return new SdpModel(
                recipe.network(),
                recipe.space(),
                data.classNames(),
                normalization,
                network.weights(),
                found.bank(),
                found.result().sweep(),
                RecordedOutcomes.of(data.validation(), found.result().outcomes()),
                record);
    }

    private Optional<Found> evaluate(
            ExecutableNetwork network, int batches, int[] images, boolean timed, Progress further)
            throws InterruptedException {
        double calibrated = (double) batches * recipe.data().calibrationBatchSize();
        double first = calibrated / (calibrated + images.length);
        Progress calibration = share -> goOn(further, share * first);
        Progress evaluation = share -> goOn(further, first + share * (1 - first));
        BatchMaker training =
                new BatchMaker(data.training(), normalization, recipe.data().augmentation());
        BatchMaker validation = new BatchMaker(data.validation(), normalization, new Augmentation.None());
        try {
            StatisticsBank bank = calibrate(network, batches, training, calibration);
            Evaluator.Result result = evaluate(network, bank, validation, images, timed, evaluation);
            return Optional.of(new Found(bank, result));
        } catch (InterruptedException e) {
            if (control.stopRequested()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void goOn(Progress further, double share) throws InterruptedException {
        if (control.stopRequested()) {
            throw new InterruptedException("the run was stopped");
        }
        further.report(share);
    }

    private StatisticsBank calibrate(ExecutableNetwork network, int batches, BatchMaker images, Progress progress)
            throws InterruptedException {
        long start = System.nanoTime();
        try {
            return new Calibration(batches, recipe.data().calibrationBatchSize(), recipe.seed())
                    .calibrate(network, recipe.space(), images, progress);
        } finally {
            log.calibrated(start);
        }
    }

    private Evaluator.Result evaluate(
            ExecutableNetwork network,
            StatisticsBank bank,
            BatchMaker validation,
            int[] images,
            boolean timed,
            Progress progress)
            throws InterruptedException {
        long start = System.nanoTime();
        try {
            return new Evaluator(recipe.space(), bank).evaluate(network, validation, images, timed, progress);
        } finally {
            log.evaluated(start);
        }
    }

    private record Found(StatisticsBank bank, Evaluator.Result result) {}

    private TrainingRecord record(int epochs, double seconds, Optional<RunHistory> history) {
        return new TrainingRecord(
                recipe.method().id(),
                data.title(),
                data.fingerprint(),
                epochs,
                seconds,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                RecipeText.settings(recipe),
                Versions.here(),
                history);
    }
}
