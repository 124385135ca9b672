package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunTrackerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Sweep SWEEP = SyntheticModel.of(SyntheticModel.data()).sweep();
    private final RunTracker tracker = new RunTracker();

    @Test
    void estimatesTheTimeLeftFromThePaceWithoutPauses() {
        tracker.take(events(new TrainingEvent.Started(0, 100, 10, 10)), 0);
        assertThat(tracker.take(done(5), SECOND).left()).isEmpty();
        assertThat(tracker.take(done(25), 5 * SECOND).left()).contains(Duration.ofSeconds(15));
        tracker.take(events(new TrainingEvent.Paused(25)), 5 * SECOND);
        assertThat(tracker.status(60 * SECOND).left()).contains(Duration.ofSeconds(15));
        RunStatus resumed = tracker.take(events(new TrainingEvent.Resumed(25)), 105 * SECOND);
        assertThat(resumed.left()).contains(Duration.ofSeconds(15));
        assertThat(resumed.sentence()).isEqualTo("epoch 3 of 10 · 15 s left · 50 images/s");
    }

    @Test
    void countsOnlyItsOwnIterationsWhenItGoesOnFromACheckpoint() {
        tracker.take(events(new TrainingEvent.Started(50, 100, 10, 10)), 0);
        assertThat(tracker.take(done(75), 5 * SECOND).left()).contains(Duration.ofSeconds(5));
    }

    /** The buffer that the time is taken in stays when a run goes on; the clock begins anew. */
    @Test
    void watchingCostsWhatItCostsSinceTheRunGoesOn() {
        TrainingEvent goesOn = new TrainingEvent.Started(50, 100, 10, 10);
        tracker.take(new TelemetryFrame(List.of(goesOn), Optional.empty(), 7 * SECOND), 100 * SECOND);
        RunStatus status =
                tracker.take(new TelemetryFrame(List.of(), Optional.empty(), 7 * SECOND + SECOND / 50), 102 * SECOND);
        assertThat(status.telemetryShare()).isEqualTo(0.01);
    }

    @Test
    void isEvaluatingFromTheEndOfAnEpochUntilTheScoresAreThere() {
        tracker.take(events(new TrainingEvent.Started(0, 20, 10, 2)), 0);
        assertThat(tracker.take(done(9), SECOND).evaluating()).isFalse();
        RunStatus evaluating = tracker.take(done(10), SECOND);
        assertThat(evaluating.evaluating()).isTrue();
        assertThat(evaluating.sentence()).contains("evaluating all instances");
        assertThat(tracker.take(events(new TrainingEvent.Evaluated(10, 1, SWEEP)), SECOND)
                        .evaluating())
                .isFalse();
    }

    @Test
    void isEvaluatingOnDemandAlsoWhilePaused() {
        tracker.take(events(new TrainingEvent.Started(0, 20, 10, 2), new TrainingEvent.Paused(3)), 0);
        tracker.evaluationAsked();
        assertThat(tracker.status(SECOND).sentence()).isEqualTo("epoch 1 of 2 · paused, evaluating all instances …");
        tracker.take(events(new TrainingEvent.Evaluated(3, 1, SWEEP)), SECOND);
        assertThat(tracker.status(SECOND).sentence()).isEqualTo("epoch 1 of 2 · paused");
    }

    @Test
    void doesNotForgetThatItShallStop() {
        tracker.take(events(new TrainingEvent.Started(0, 20, 10, 2)), 0);
        tracker.stopAsked();
        assertThat(tracker.take(events(new TrainingEvent.Resumed(3)), SECOND).state())
                .isEqualTo(RunState.STOPPING);
        assertThat(tracker.take(events(new TrainingEvent.Stopped(4)), SECOND).state())
                .isEqualTo(RunState.STOPPED);
    }

    @Test
    void staysInTheLastEpochAtTheEnd() {
        tracker.take(events(new TrainingEvent.Started(0, 20, 10, 2)), 0);
        assertThat(tracker.take(done(20), SECOND).epoch()).isEqualTo(2);
        assertThat(tracker.take(events(new TrainingEvent.Finished(20, 5)), SECOND)
                        .progress())
                .isEqualTo(1);
    }

    private static TelemetryFrame events(TrainingEvent... events) {
        return new TelemetryFrame(List.of(events), Optional.empty(), 0);
    }

    private static TelemetryFrame done(long iteration) {
        IterationDone done = new IterationDone(iteration, 0, 0, 1, 0.5, 0.1, 50);
        return new TelemetryFrame(List.of(), Optional.of(done), 0);
    }
}
