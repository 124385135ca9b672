package dev.sdpoint.app.analysis;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.store.NewRun;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs that nobody trained, recorded as if somebody had. */
final class RecordedRuns {
    static final int PER_EPOCH = 20;
    static final int IMAGES_PER_SECOND = 128;

    private RecordedRuns() {}

    /**
     * Records a run of two epochs of twenty iterations with an evaluation after each.
     *
     * @param errors top-1 errors of the full network after the epochs
     */
    static RunId record(RunArchive archive, DataSet data, String name, int width, double... errors)
            throws StoreException {
        WideResNet network = new WideResNet(10, width, data.classCount(), data.side());
        Recipe recipe = Recipe.standard(network, Method.SDPOINT, 2, 7);
        RunStore store = archive.store().orElseThrow();
        try (Recording recording = store.record(NewRun.of(recipe, data, Optional.empty()))) {
            recording.accept(new TrainingEvent.Started(0, 2L * PER_EPOCH, PER_EPOCH, 2));
            for (int i = 1; i <= 2 * PER_EPOCH; i++) {
                recording.accept(new TrainingEvent.IterationDone(
                        i, (i - 1) / PER_EPOCH, i % 7, 2.0 / i, 1.0 / i, 0.1, IMAGES_PER_SECOND));
                if (i % PER_EPOCH == 0) {
                    int epoch = i / PER_EPOCH;
                    recording.accept(new TrainingEvent.Evaluated(i, epoch, sweep(recipe, errors[epoch - 1])));
                }
            }
            recording.accept(new TrainingEvent.Finished(2L * PER_EPOCH, 40));
        }
        RunId id = store.runs().stream()
                .filter(run -> run.origin().network().equals(network.name()))
                .findFirst()
                .orElseThrow()
                .id();
        store.rename(id, name);
        return id;
    }

    /** Cheaper instances err more, in proportion to what they save. */
    static Sweep sweep(Recipe recipe, double error) {
        List<InstanceScore> scores = new ArrayList<>();
        for (InstanceCost cost : new CostModel(recipe.network().plan()).costs(recipe.space())) {
            double own = error * (2 - Math.min(1, cost.relativeCost()));
            scores.add(
                    new InstanceScore(cost.instance(), cost.flops(), cost.relativeCost(), own, own / 4, 1, Double.NaN));
        }
        return new Sweep(200, scores);
    }
}
