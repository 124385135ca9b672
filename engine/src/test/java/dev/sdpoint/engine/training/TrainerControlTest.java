package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hand of a person on a run. */
@Timeout(60)
class TrainerControlTest {
    @TempDir
    Path folder;

    private Runs.Run run() {
        return new Runs.Run(folder.resolve("run.ckpt"));
    }

    /** Does something after the step that makes {@code iteration} iterations. */
    private static void after(Runs.Run run, int iteration, Runnable action) {
        run.network.onStep = step -> {
            if (step + 1 == iteration) {
                action.run();
            }
            return 1;
        };
    }

    private static List<String> from(Runs.Run run, String event) {
        List<String> story = run.story();
        return story.subList(story.indexOf(event), story.size());
    }

    @Test
    void stopTakesEffectAfterTheIterationUnderWay() throws Exception {
        Runs.Run run = run();
        after(run, 7, run.control::stop);
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(7));
        assertThat(run.network.instances).hasSize(7);
        assertThat(from(run, "IterationDone 7"))
                .containsExactly("IterationDone 7", "CheckpointDue 7", "CheckpointWritten 7", "Stopped 7");
        assertThat(run.network.closed).isTrue();
    }

    @Test
    void stopBeforeTheStartComputesNothing() throws Exception {
        Runs.Run run = run();
        run.control.stop();
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(0));
        assertThat(run.network.instances).isEmpty();
        assertThat(run.story()).containsExactly("Started 0", "CheckpointDue 0", "CheckpointWritten 0", "Stopped 0");
    }

    @Test
    void stopEndsAnEvaluationWithoutAResult() throws Exception {
        Runs.Run run = run();
        run.network.onSweep = run.control::stop;
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(5));
        assertThat(run.events(TrainingEvent.Evaluated.class)).isEmpty();
        assertThat(from(run, "CheckpointWritten 5"))
                .containsExactly("CheckpointWritten 5", "CheckpointDue 5", "CheckpointWritten 5", "Stopped 5");
    }

    @Test
    void stopDuringTheLastEvaluationCanBeTakenUpAgain() throws Exception {
        Runs.Run run = run();
        after(run, 15, () -> run.network.onSweep = run.control::stop);
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(15));
        Runs.Run again = run();
        assertThat(again.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(again.story()).containsExactly("Started 15", "Evaluated 15", "Finished 15");
        assertThat(again.network.instances).isEmpty();
    }

    @Test
    void pauseWaitsUntilAnotherThreadResumes() throws Exception {
        Runs.Run run = run();
        after(run, 3, run.control::pause);
        CompletableFuture<Integer> stepsMeanwhile = new CompletableFuture<>();
        run.listener = event -> {
            if (event instanceof TrainingEvent.Paused) {
                CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(() -> {
                    stepsMeanwhile.complete(run.network.instances.size());
                    run.control.resume();
                });
            }
        };
        assertThat(run.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(stepsMeanwhile.get()).isEqualTo(3);
        assertThat(from(run, "IterationDone 3").subList(0, 6))
                .containsExactly(
                        "IterationDone 3",
                        "CheckpointDue 3",
                        "CheckpointWritten 3",
                        "Paused 3",
                        "Resumed 3",
                        "IterationDone 4");
    }

    @Test
    void pauseDoesNotCountAsTrainingTime() throws Exception {
        Runs.Run run = run();
        after(run, 3, run.control::pause);
        run.listener = event -> {
            if (event instanceof TrainingEvent.Paused) {
                run.control.evaluateNow(); // and the clock must not run on after it
            } else if (event instanceof TrainingEvent.Evaluated && run.control.pauseRequested()) {
                CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(run.control::resume);
            }
        };
        long start = System.nanoTime();
        TrainingResult.Completed result = (TrainingResult.Completed) run.start();
        double elapsed = (System.nanoTime() - start) / 1e9;
        assertThat(elapsed).isGreaterThan(2);
        assertThat(result.model().record().seconds()).isLessThan(elapsed - 1.9);
    }

    @Test
    void aPauseWithAnEvaluationThatAStopEndsIsNoTrainingTimeEither() throws Exception {
        Runs.Run run = run();
        after(run, 3, run.control::pause);
        run.listener = event -> {
            if (event instanceof TrainingEvent.Paused) {
                run.control.evaluateNow();
            } else if (event instanceof TrainingEvent.Evaluated && run.control.pauseRequested()) {
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(run.control::stop);
            }
        };
        long start = System.nanoTime();
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(3));
        double elapsed = (System.nanoTime() - start) / 1e9;
        assertThat(elapsed).isGreaterThan(1);
        assertThat(Checkpoint.read(
                                run.checkpoint.orElseThrow(),
                                run.recipe.network().plan())
                        .seconds())
                .isLessThan(elapsed - 0.9);
    }

    @Test
    void stopEndsAPause() throws Exception {
        Runs.Run run = run();
        after(run, 3, run.control::pause);
        run.listener = event -> {
            if (event instanceof TrainingEvent.Paused) {
                CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(run.control::stop);
            }
        };
        assertThat(run.start()).isEqualTo(new TrainingResult.Interrupted(3));
        // it never went on
        assertThat(run.events(TrainingEvent.Resumed.class)).isEmpty();
        assertThat(run.story()).endsWith("Stopped 3");
    }

    @Test
    void evaluationOnDemandFollowsTheIteration() throws Exception {
        Runs.Run run = run();
        after(run, 7, run.control::evaluateNow);
        run.start();
        assertThat(from(run, "IterationDone 7").subList(0, 3))
                .containsExactly("IterationDone 7", "Evaluated 7", "IterationDone 8");
        TrainingEvent.Evaluated onDemand =
                run.events(TrainingEvent.Evaluated.class).get(1);
        assertThat(onDemand.epoch()).isEqualTo(2);
        assertThat(run.events(TrainingEvent.Evaluated.class)).hasSize(4);
    }

    @Test
    void evaluationOnDemandWorksWhilePaused() throws Exception {
        Runs.Run run = run();
        after(run, 3, run.control::pause);
        run.listener = event -> {
            if (event instanceof TrainingEvent.Paused) {
                run.control.evaluateNow();
            } else if (event instanceof TrainingEvent.Evaluated) {
                run.control.resume();
            }
        };
        run.start();
        assertThat(from(run, "Paused 3").subList(0, 4))
                .containsExactly("Paused 3", "Evaluated 3", "Resumed 3", "IterationDone 4");
    }

    @Test
    void newPeakRateKeepsTheCourseOfTheSchedule() throws Exception {
        Runs.Run run = run();
        after(run, 4, () -> run.control.setPeakLearningRate(0.5));
        run.start();
        List<IterationDone> done = run.events(IterationDone.class);
        Schedule schedule = run.recipe.optimization().schedule();
        for (int i = 0; i < Runs.ITERATIONS; i++) {
            double peak = i < 4 ? 0.1 : 0.5;
            assertThat(done.get(i).learningRate()).isCloseTo(peak * schedule.factor(i / 15.0), within(1e-12));
        }
    }

    @Test
    void interruptEndsTheRunWithItsLastCheckpoint() throws Exception {
        Runs.Run run = run();
        after(run, 8, () -> Thread.currentThread().interrupt());
        assertThatThrownBy(run::start).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(run.network.closed).isTrue();
        assertThat(run.story()).endsWith("IterationDone 8");
        Runs.Run again = run();
        again.start();
        assertThat(again.story()).startsWith("Started 5", "Evaluated 5", "IterationDone 6");
    }
}
