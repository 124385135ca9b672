package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void alternativesTakeTurnsAndTheFirstRoundsAreLeftOut() {
        List<String> ran = new ArrayList<>();
        Timings timings = new Rounds(1, 2).time(List.of(() -> ran.add("a"), () -> ran.add("b")));
        assertThat(ran).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(timings.rounds()).hasSize(2);
    }

    @Test
    void timeOfWorkThatIsRepeatedIsThatOfOne() {
        long[] clock = {0};
        Rounds rounds = new Rounds(0, 1, () -> clock[0]);
        Timings timings = rounds.time(List.of(() -> clock[0] += 3_000_000), 5);
        assertThat(clock[0]).isEqualTo(15_000_000);
        assertThat(timings.processorSeconds(0)).isCloseTo(0.003, within(1e-12));
    }

    @Test
    void ratioIsTheMedianOfTheRatiosOfARound() {
        Timings timings = new Timings(List.of(
                List.of(new Timings.Span(1, 4), new Timings.Span(2, 4)),
                List.of(new Timings.Span(10, 1), new Timings.Span(50, 3)),
                List.of(new Timings.Span(4, 1), new Timings.Span(12, 2))));
        assertThat(timings.seconds(0)).isEqualTo(4);
        assertThat(timings.ratio(1, 0)).isEqualTo(3); // of 2, 5, 3; the ratio of the medians is 3 as well for 12 / 4
        assertThat(timings.processorRatio(1, 0)).isEqualTo(2); // of 1, 3, 2; the ratio of the medians would be 3
    }

    @Test
    void medianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        Timings timings = new Timings(List.of(List.of(new Timings.Span(1, 1)), List.of(new Timings.Span(4, 1))));
        assertThat(timings.seconds(0)).isEqualTo(2.5);
    }

    @Test
    void refusesToMeasureNothing() {
        assertThatThrownBy(() -> new Rounds(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 measured");
    }
}
