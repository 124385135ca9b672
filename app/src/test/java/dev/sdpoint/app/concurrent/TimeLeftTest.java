package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void goesByThePaceSoFar() {
        assertThat(TimeLeft.estimate(10, 30, 20 * SECOND)).contains(Duration.ofSeconds(60));
    }

    @Test
    void doesNotJudgeTooEarly() {
        assertThat(TimeLeft.estimate(10, 30, SECOND)).isEmpty();
        assertThat(TimeLeft.estimate(0, 30, 20 * SECOND)).isEmpty();
    }

    @Test
    void speaksInTheUnitThatFits() {
        assertThat(TimeLeft.words(Duration.ZERO)).isEqualTo("1 s left");
        assertThat(TimeLeft.words(Duration.ofSeconds(59))).isEqualTo("59 s left");
        assertThat(TimeLeft.words(Duration.ofSeconds(150))).isEqualTo("about 3 min left");
        assertThat(TimeLeft.words(Duration.ofMinutes(200))).isEqualTo("about 3 h 20 min left");
        assertThat(TimeLeft.words(Duration.ofSeconds(3590))).isEqualTo("about 1 h 0 min left");
    }
}
