package dev.sdpoint.engine.store;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a trainer would tell of a run, without training: noisy losses that fall, a sweep after every epoch. Every number is a
 * function of seed and iteration, so that it can be told again from any iteration on.
 */
public final class Story {
    static final WideResNet NETWORK = new WideResNet(10, 1, 10, 32);
    private static final int BATCH = 128;

    private final int epochs;
    private final int perEpoch;
    private final long seed;
    private final InstanceSpace space;
    private final InstanceSampler sampler;

    public Story(int epochs, int perEpoch, long seed) {
        this.epochs = epochs;
        this.perEpoch = perEpoch;
        this.seed = seed;
        space = recipe().space();
        sampler = recipe().sampler();
    }

    public int epochs() {
        return epochs;
    }

    public Recipe recipe() {
        return new Recipe(
                NETWORK,
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(epochs, BATCH, 0.1, new Schedule.WarmupCosine(0.15), 0.9, 5e-4),
                new DataUse(new Augmentation.CropAndFlip(4), 1000, 4, 250),
                seed);
    }

    public NewRun run(Optional<Path> checkpoint) {
        return new NewRun(recipe(), "CIFAR-10", "f".repeat(64), checkpoint);
    }

    public long iterations() {
        return (long) epochs * perEpoch;
    }

    public TrainingEvent.Started start(long iteration) {
        return new TrainingEvent.Started(iteration, iterations(), perEpoch, epochs);
    }

    public IterationDone step(long iteration) {
        Random random = new Random(seed * 1_000_003 + iteration);
        double progress = (double) iteration / iterations();
        double loss = 2.3 * Math.exp(-2 * progress) + 0.1 * random.nextGaussian();
        return new IterationDone(
                iteration,
                (int) ((iteration - 1) / perEpoch),
                space.indexOf(sampler.draw(iteration - 1)),
                loss,
                (double) random.nextInt(BATCH) / BATCH,
                0.1 * recipe().optimization().schedule().factor(progress),
                (float) (400 + 30 * random.nextGaussian()));
    }

    public TrainingEvent.Evaluated evaluation(long iteration) {
        boolean end = iteration == iterations();
        Random random = new Random(seed + iteration);
        List<InstanceScore> scores = new ArrayList<>();
        for (Instance instance : recipe().space().instances()) {
            double share = instance.ratio() * (0.5 + 0.1 * instance.point());
            scores.add(new InstanceScore(
                    instance,
                    (long) (1e8 * share),
                    share,
                    random.nextInt(1000) / 1000.0,
                    random.nextInt(500) / 1000.0,
                    random.nextDouble(),
                    end ? 0.1 * share : Double.NaN));
        }
        return new TrainingEvent.Evaluated(
                iteration, (int) (iteration / perEpoch), new Sweep(end ? 10_000 : 1000, scores));
    }

    /** All events from an iteration on, as of a run that goes on there and comes to its end. */
    public List<TrainingEvent> from(long iteration) {
        List<TrainingEvent> events = new ArrayList<>(List.of(start(iteration)));
        for (long i = iteration + 1; i <= iterations(); i++) {
            events.add(step(i));
            if (i % perEpoch == 0) {
                events.add(new TrainingEvent.CheckpointWritten(i, "run.checkpoint"));
                events.add(evaluation(i));
            }
        }
        events.add(new TrainingEvent.Finished(iterations(), 12.5));
        return events;
    }
}
