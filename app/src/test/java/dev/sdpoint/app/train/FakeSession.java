package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Emits what a trainer would, without training: losses fall, errors follow, sweeps are made up. */
final class FakeSession implements TrainingSession {
    private final long stopAt;

    /** @param stopAt iteration after which it behaves as if a person had stopped it; beyond the end to run through */
    FakeSession(long stopAt) {
        this.stopAt = stopAt;
    }

    @Override
    public TrainingResult run(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpointFile)
            throws Exception {
        SdpModel model = SyntheticModel.of(data, recipe.network());
        InstanceSampler sampler = InstanceSampler.paper(recipe.space(), recipe.seed());
        Random random = new Random(recipe.seed());
        int perEpoch = data.training().size() / recipe.optimization().batchSize();
        int epochs = recipe.optimization().epochs();
        long end = (long) perEpoch * epochs;
        listener.accept(new TrainingEvent.Started(0, end, perEpoch, epochs));
        for (long i = 1; i <= end; i++) {
            double progress = (double) i / end;
            double loss = 2.3 * Math.exp(-1.6 * progress) + 0.15 * random.nextGaussian();
            double error = Math.max(0, 0.9 * Math.exp(-1.5 * progress) + 0.05 * random.nextGaussian());
            int instance = recipe.space().indexOf(sampler.draw(i - 1));
            listener.accept(new TrainingEvent.IterationDone(
                    i,
                    (int) ((i - 1) / perEpoch),
                    instance,
                    loss,
                    error,
                    recipe.optimization().learningRate()
                            * recipe.optimization().schedule().factor(progress),
                    431.5));
            if (i == stopAt || control.stopRequested()) {
                if (checkpointFile.isPresent()) {
                    Files.writeString(checkpointFile.get(), "a checkpoint");
                }
                listener.accept(new TrainingEvent.Stopped(i));
                return new TrainingResult.Interrupted(i);
            }
            if (i % perEpoch == 0) {
                double worse = i == end ? 0 : 0.55 * Math.exp(-2.5 * progress);
                listener.accept(new TrainingEvent.Evaluated(i, (int) (i / perEpoch), worse(model.sweep(), worse)));
            }
        }
        listener.accept(new TrainingEvent.Finished(end, 12));
        return new TrainingResult.Completed(model);
    }

    static Sweep worse(Sweep sweep, double by) {
        List<InstanceScore> scores = sweep.scores().stream()
                .map(s -> new InstanceScore(
                        s.instance(),
                        s.flops(),
                        s.relativeCost(),
                        Math.min(0.9, s.top1Error() + by * (1.1 - 0.3 * s.relativeCost())),
                        s.top5Error(),
                        s.loss(),
                        s.millisPerImage()))
                .toList();
        return new Sweep(sweep.images(), scores);
    }
}
