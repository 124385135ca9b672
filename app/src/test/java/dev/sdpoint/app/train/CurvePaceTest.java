package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CurvePaceTest {
    private final CurvePace pace = new CurvePace();

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
        assertThat(pace.due(1000)).isTrue();
        assertThat(pace.due(1001)).isTrue();
        assertThat(pace.due(1002)).isTrue();
        assertThat(drawn(9_000, 9_001)).isEqualTo(1);
        pace.restart();
        assertThat(pace.due(1)).isTrue();
    }

    private int drawn(long from, long to) {
        return (int) LongStream.rangeClosed(from, to).filter(pace::due).count();
    }
}
