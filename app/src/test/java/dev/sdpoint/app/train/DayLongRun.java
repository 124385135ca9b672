package dev.sdpoint.app.train;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a run of wrn-16-2 on all of CIFAR-10 tells in a day, told faster: 346,320 iterations of a quarter of a second, and after each
 * 390 of them, an epoch, an evaluation of all instances and a checkpoint.
 */
public final class DayLongRun implements TrainingSession {
    /** Evaluations of a day. */
    public static final int EPOCHS = 888;

    /** Iterations of an epoch. */
    public static final int ITERATIONS_PER_EPOCH = 390;

    /** Seconds of an iteration, as they are. */
    private static final double REAL_PACE = 0.25;

    private final double seconds;
    private final int more;
    private final int epochs;
    private volatile long acceptNanos;
    private volatile long told;

    /**
     * @param seconds in which the day passes; 0 for as fast as can be
     * @param more iterations after it that take their real time
     */
    public DayLongRun(double seconds, int more) {
        this(seconds, more, EPOCHS);
    }

    /** @param epochs evaluations, each after {@value #ITERATIONS_PER_EPOCH} iterations */
    public DayLongRun(double seconds, int more, int epochs) {
        this.seconds = seconds;
        this.more = more;
        this.epochs = epochs;
    }

    /** The Train place whose runs are this one. */
    public TrainPlace place(Workspace workspace, TaskRunner tasks, Path folder) {
        return new TrainPlace(
                workspace,
                tasks,
                LongJobs.inBackground(),
                this,
                new RunFiles(folder),
                Direct.profiler(),
                RecordedCurves.NONE);
    }

    /** Events told so far. */
    public long told() {
        return told;
    }

    /** Nanoseconds that the thread which trains spent on telling them. */
    public long acceptNanos() {
        return acceptNanos;
    }

    @Override
    public TrainingResult run(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpointFile)
            throws InterruptedException {
        Sweep last = SyntheticModel.of(data, recipe.network()).sweep();
        int instances = recipe.space().size();
        long iterations = (long) epochs * ITERATIONS_PER_EPOCH;
        Random random = new Random(1);
        long began = System.nanoTime();
        tell(listener, new TrainingEvent.Started(0, iterations + more, ITERATIONS_PER_EPOCH, epochs));
        for (long i = 1; i <= iterations + more && !control.stopRequested(); i++) {
            double progress = (double) i / iterations;
            double loss = 2.3 * Math.exp(-3 * progress) + 0.15 * Math.abs(random.nextGaussian());
            int epoch = (int) ((i - 1) / ITERATIONS_PER_EPOCH);
            tell(
                    listener,
                    new TrainingEvent.IterationDone(
                            i,
                            epoch,
                            random.nextInt(instances),
                            loss,
                            Math.min(1, loss / 3),
                            0.1 * (1 - 0.9 * progress),
                            480 + random.nextInt(40)));
            if (i % ITERATIONS_PER_EPOCH == 0 && i <= iterations) {
                tell(listener, new TrainingEvent.CheckpointWritten(i, "run.checkpoint"));
                Sweep sweep = FakeSession.worse(last, 0.5 * Math.exp(-3 * progress) * (1 + 0.1 * random.nextDouble()));
                tell(listener, new TrainingEvent.Evaluated(i, epoch + 1, sweep));
            }
            double due = seconds * Math.min(1, progress) + REAL_PACE * Math.max(0, i - iterations);
            double ahead = due - (System.nanoTime() - began) / 1e9;
            if (ahead > 0.002) {
                TimeUnit.NANOSECONDS.sleep((long) (1e9 * ahead));
            }
        }
        tell(listener, new TrainingEvent.Stopped(iterations + more));
        return new TrainingResult.Interrupted(iterations + more);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void tell(Consumer<TrainingEvent> listener, TrainingEvent event) {
        long start = System.nanoTime();
        listener.accept(event);
        acceptNanos += System.nanoTime() - start;
        told++;
    }
}
