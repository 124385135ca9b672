package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RunAxisTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TelemetryBuffer buffer = new TelemetryBuffer(1, 4, nanos::get);

    private RunCurves run(int iterations, double secondsEach) {
        buffer.accept(new TrainingEvent.Started(0, iterations, 10, 2));
        for (int i = 1; i <= iterations; i++) {
            nanos.addAndGet((long) (1e9 * secondsEach));
            buffer.accept(new TrainingEvent.IterationDone(i, 0, 0, 1, 0.5, 0.1, 100));
        }
        return buffer.curves(1, 10);
    }

    @Test
    void iterationsCountFromOneAndEpochsAreTheirShare() {
        RunCurves curves = run(20, 1);
        assertThat(RunAxis.ITERATIONS.of(curves).x(0)).isEqualTo(1);
        assertThat(RunAxis.EPOCHS.of(curves).x(19)).isEqualTo(2);
        assertThat(RunAxis.ITERATIONS.of(curves).words(11)).isEqualTo("iteration 12");
        assertThat(RunAxis.EPOCHS.of(curves).words(11)).isEqualTo("epoch 1.20");
    }

    @Test
    void timeLiesBetweenTheMiddlesOfBuckets() {
        // 20 iterations of 3 s in buckets of 8: means 13.5, 37.5, 55.5 s at iterations 3.5, 11.5, 19.5
        RunAxis.Places time = RunAxis.TIME.of(run(20, 3));
        assertThat(time.label()).isEqualTo("seconds");
        assertThat(time.x(3.5)).isCloseTo(13.5, within(1e-9));
        assertThat(time.x(7.5)).isCloseTo(25.5, within(1e-9));
        assertThat(time.x(0)).isCloseTo(13.5, within(1e-9));
        assertThat(time.x(40)).isCloseTo(60, within(1e-9));
    }

    @Test
    void longRunsAreToldInHours() {
        RunAxis.Places time = RunAxis.TIME.of(run(16, 3600));
        assertThat(time.label()).isEqualTo("hours");
        assertThat(time.x(100)).isCloseTo(16, within(1e-9));
        assertThat(RunAxis.TIME.of(RunCurves.EMPTY).x(0)).isZero();
    }
}
