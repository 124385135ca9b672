package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.model.RateEdit;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TrainingRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run remembers from one session to the next, and what its model tells of it. */
@Timeout(60)
class TrainerHistoryTest {
    @TempDir
    Path folder;

    private Path file = Path.of("set below");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("run.ckpt");
    }

    private Runs.Run run() {
        return new Runs.Run(file);
    }

    /** A run that is stopped at an iteration, after its peak rate was set at another. */
    private Runs.Run edited(int at, double rate, int stop) {
        Runs.Run run = run();
        run.listener = event -> {
            if (event instanceof IterationDone done && done.iteration() == at) {
                run.control.setPeakLearningRate(rate);
            }
            if (event instanceof IterationDone done && done.iteration() == stop) {
                run.control.stop();
            }
        };
        return run;
    }

    private static RunHistory history(TrainingResult result) {
        return record(result).history().orElseThrow();
    }

    private static TrainingRecord record(TrainingResult result) {
        SdpModel model = ((TrainingResult.Completed) result).model();
        return model.record();
    }

    @Test
    void rateSetByHandOutlivesTheSession() throws Exception {
        Runs.Run whole = edited(6, 0.5, -1);
        whole.checkpoint = Optional.empty();
        whole.start();
        Runs.Run first = edited(6, 0.5, 8);
        first.start();
        assertThat(first.events).contains(new TrainingEvent.PeakRateChanged(6, 0.5));
        Runs.Run second = run();
        TrainingResult result = second.start();
        assertThat(second.events.subList(0, 2))
                .containsExactly(new TrainingEvent.Started(8, 15, 5, 3), new TrainingEvent.PeakRateChanged(8, 0.5));
        assertThat(second.network.checksum()).isEqualTo(whole.network.checksum());
        assertThat(history(result).rateEdits()).containsExactly(new RateEdit(6, 0.5));
    }

    @Test
    void rateSetByHandIsOnDiskBeforeTheFirstStepWithIt() throws Exception {
        Runs.Run run = edited(6, 0.5, -1);
        run.network.onStep = step -> {
            if (step == 6) {
                throw new IllegalStateException("pulled the plug");
            }
            return 1;
        };
        assertThatThrownBy(run::start).isInstanceOf(TrainingException.class);
        Runs.Run second = run();
        second.start();
        assertThat(second.events.get(0)).isEqualTo(new TrainingEvent.Started(6, 15, 5, 3));
        double factor = second.recipe.optimization().schedule().factor(6 / 15.0);
        assertThat(second.events(IterationDone.class).get(0).learningRate()).isEqualTo(0.5 * factor);
    }

    @Test
    void anotherRateReplacesTheOneOfTheCheckpoint() throws Exception {
        edited(6, 0.5, 8).start();
        Runs.Run second = run();
        second.control.setPeakLearningRate(0.1); // the recipe's own again
        TrainingResult result = second.start();
        assertThat(second.events(IterationDone.class).get(0).learningRate())
                .isEqualTo(0.1 * second.recipe.optimization().schedule().factor(8 / 15.0));
        assertThat(history(result).rateEdits()).containsExactly(new RateEdit(6, 0.5), new RateEdit(8, 0.1));
    }

    @Test
    void modelTellsItsSessionsTimesAndMachine() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        edited(-1, 1, 3).start();
        edited(-1, 1, 7).start();
        Runs.Run last = run();
        last.network.onSweep = () -> pause(20);
        TrainingRecord record = record(last.start());
        RunHistory history = record.history().orElseThrow();
        assertThat(history.sessions()).isEqualTo(3);
        assertThat(Instant.parse(history.startedAt())).isBetween(before, Instant.parse(record.finishedAt()));
        assertThat(history.calibrationSeconds()).isPositive().isLessThan(20);
        // 7 instances: after the second epoch on 4 images, at the end on 6
        assertThat(history.evaluationSeconds()).isBetween(0.28, 20.0);
        assertThat(history.rateEdits()).isEmpty();
        assertThat(history.machines()).hasSize(1);
        Machine machine = history.machines().get(0);
        assertThat(machine.processor()).isNotBlank();
        assertThat(machine.memoryBytes()).isGreaterThan(1L << 28);
        assertThat(machine.device()).isEqualTo(new Device("fake", 2, 2));
        assertThat(record.versions()).containsKeys("program", "java", "engine", "system", "processors");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void warnsWhereOtherThreadsComputeTheRest() throws Exception {
        edited(-1, 1, 3).start();
        Runs.Run same = edited(-1, 1, 4);
        same.start();
        assertThat(same.events(TrainingEvent.Warned.class)).isEmpty();
        Runs.Run other = run();
        other.device = new Device("fake", 4, 2);
        TrainingResult result = other.start();
        assertThat(other.story()).startsWith("Started 4", "Warned 4", "IterationDone 5");
        assertThat(other.events(TrainingEvent.Warned.class).get(0).message())
                .contains(
                        "was computed with fake, 2 threads on ",
                        "goes on with fake, 4 threads (2 of the native library) on ",
                        "differ in their last digits");
        assertThat(history(result).machines().stream().map(Machine::device))
                .containsExactly(new Device("fake", 2, 2), new Device("fake", 4, 2));
    }

    @Test
    void unexpectedErrorIsToldInASentence() throws Exception {
        Runs.Run run = run();
        run.network.onStep = step -> {
            if (step == 7) {
                throw new IllegalStateException("no such layer");
            }
            return 1;
        };
        String sentence =
                "The run ended after 7 iterations by an unexpected error (IllegalStateException: no such layer);"
                        + " the checkpoint of iteration 5 is kept. Go on from there; if it ends in the same way, report it with the"
                        + " log.";
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessage(sentence)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(run.events).endsWith(new TrainingEvent.Failed(7, sentence));
        assertThat(run.network.closed).isTrue();
        Runs.Run again = run();
        again.start();
        assertThat(again.story()).startsWith("Started 5");
    }

    @Test
    void lackOfMemoryIsToldAsSuch() {
        Runs.Run run = run();
        run.network.onStep = step -> {
            throw new OutOfMemoryError("native");
        };
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("The memory does not suffice after 0 iterations for wrn-10-1 with batches of 4")
                .hasMessageContaining("Choose a smaller batch or network");
        assertThat(run.story()).endsWith("Failed 0");
    }

    @Test
    void listenerThatFailsEndsTheRunWithItsOwnError() {
        Runs.Run run = new Runs.Run();
        run.listener = event -> {
            throw new IllegalStateException("the window is gone");
        };
        assertThatThrownBy(run::start)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("the window is gone")
                .satisfies(e -> assertThat(e.getCause())
                        .isNotNull()
                        .extracting(Throwable::getSuppressed)
                        .asInstanceOf(InstanceOfAssertFactories.ARRAY)
                        .hasSize(1));
    }
}
