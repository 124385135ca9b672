package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short look at what long work leaves behind; {@link SoakBenchmark} takes the long one. */
@Timeout(600)
class SoakTest {
    private static final int RUNS = 12;

    /** Wider than in the long look: so few runs have not filled every cache. */
    private static final VitalCourse.Limits LIMITS = new VitalCourse.Limits(8, 120, 1.5);

    @Test
    void runsAndSweepsLeaveNothingBehind() throws Exception {
        assertThat(new SoakBenchmark(20).course(RUNS).leaks(LIMITS)).isEmpty();
    }
}
