package dev.sdpoint.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.faults.FaultTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void stepsLieEvenlyBetweenWhatWasToldWithATime() {
        StepTimes times = new StepTimes();
        times.add(0, at(100));
        times.add(10, at(120));
        times.add(10, at(150)); // evaluated for half a minute
        times.add(20, at(160));
        assertThat(times.of(1)).isEqualTo(at(102));
        assertThat(times.of(10)).isEqualTo(at(120));
        assertThat(times.of(11)).isEqualTo(at(151));
        assertThat(times.of(20)).isEqualTo(at(160));
    }

    @Test
    void whatLiesOutsideHasTheTimeOfTheNearest() {
        StepTimes times = new StepTimes();
        times.add(5, at(100));
        assertThat(times.of(3)).isEqualTo(at(100));
        assertThat(times.of(9)).isEqualTo(at(100));
    }

    @FaultTest
    void aClockThatWasSetBackNeverTurnsTheOrder() {
        StepTimes times = new StepTimes();
        times.add(0, at(100));
        times.add(10, at(50));
        assertThat(times.of(5)).isEqualTo(at(100));
    }
}
