package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.TrainingResult;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Trains the first iterations of a recipe to learn their pace: for about five seconds, at least two and at most forty, and never to the
 * end of an epoch. The first two warm up and are not counted. Few instances are drawn in so short a time: their own costs are taken
 * into account.
 */
final class PaceProbe {
    private static final Texts TEXTS = Texts.of(PaceProbe.class);
    private static final int WARM_UP = 2;
    private static final int MOST = 40;
    private static final long NANOS = 5_000_000_000L;

    private final Recipe recipe;
    private final DataSet data;
    private final RunControl control = new RunControl();
    private final int batch;
    private final int last;
    private Optional<RecipeFacts> facts = Optional.empty();
    private long since;
    private double nanos;
    private double work;
    private int done;

    PaceProbe(Recipe recipe, DataSet data) {
        this.recipe = recipe;
        this.data = data;
        batch = recipe.optimization().batchSize();
        last = Math.min(MOST, data.training().size() / batch - 1);
    }

    /**
     * Runs on the job's thread.
     *
     * @return images a second with instances drawn as expected; empty if it was cancelled too soon, or an epoch is too short
     */
    OptionalDouble run(TrainingSession session, BackgroundJob.Progress progress) throws Exception {
        if (last <= WARM_UP) {
            return OptionalDouble.empty();
        }
        RecipeFacts counted = RecipeFacts.of(recipe);
        facts = Optional.of(counted);
        TrainingResult unused = session.run(
                recipe,
                data,
                control,
                event -> {
                    if (event instanceof TrainingEvent.IterationDone step) {
                        take(step, progress);
                    }
                },
                Optional.empty());
        return work == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(work / counted.expectedCost() * batch / (nanos / 1e9));
    }

    /** Ends it after the iteration under way. */
    void stop() {
        control.stop();
    }

    private void take(TrainingEvent.IterationDone step, BackgroundJob.Progress progress) {
        long now = System.nanoTime();
        done++;
        if (done > WARM_UP) {
            work += cost(step.instance());
            nanos += now - since;
        }
        since = now;
        progress.update(done, last, TEXTS.get("progress.iteration", done));
        if (done >= last || nanos > NANOS) {
            control.stop();
        }
    }

    /** Where one instance is drawn an iteration, its own cost; else that of every iteration. */
    private double cost(int instance) {
        boolean drawn = recipe.method() == Method.SDPOINT || recipe.method() == Method.MULTISCALE;
        return facts.map(f -> drawn ? f.costs().get(instance).relativeCost() : f.expectedCost())
                .orElse(1.0);
    }
}
