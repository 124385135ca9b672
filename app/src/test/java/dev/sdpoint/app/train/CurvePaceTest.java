package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CurvePaceTest {
    private final CurvePace pace = new CurvePace();
    private long now;

    @Test
    void drawsEveryIterationOfAShortRun() {
        assertThat(drawn(1, 500)).isEqualTo(500);
    }

    /** 512 · ln 2 = 355 */
    @Test
    void drawsAsOftenForEveryDoublingHoweverLongTheRun() {
        drawn(1, 100_000);
        assertThat(drawn(100_001, 200_000)).isBetween(350, 360);
        assertThat(drawn(200_001, 400_000)).isBetween(350, 360);
    }

    @Test
    void beginsAnewWithAnotherRun() {
        assertThat(due(1000)).isTrue();
        assertThat(due(1001)).isTrue();
        assertThat(due(1002)).isTrue();
        assertThat(drawn(9_000, 9_001)).isEqualTo(1);
        pace.restart();
        assertThat(due(1)).isTrue();
    }

    @Test
    void restsForASecondHoweverFastTheRun() {
        assertThat(pace.due(1, 0)).isTrue();
        assertThat(pace.due(100, 899_999_999)).isFalse();
        assertThat(pace.due(101, 900_000_000)).isTrue();
        assertThat(pace.due(200, 1_799_999_999)).isFalse();
        pace.restart();
        assertThat(pace.due(1, 1_799_999_999)).isTrue();
    }

    /** Whenever it is asked, a second has passed. */
    private boolean due(long iteration) {
        now += 1_000_000_000;
        return pace.due(iteration, now);
    }

    private int drawn(long from, long to) {
        return (int) LongStream.rangeClosed(from, to).filter(this::due).count();
    }
}
