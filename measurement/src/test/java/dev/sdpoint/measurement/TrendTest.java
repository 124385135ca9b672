package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final VitalCourse.Limits LIMITS = new VitalCourse.Limits(5, 50, 0.5);

    /** By hand: means 1.5 and 3; products 5, squares 5; rests 0.5, −0.5, −0.5, 0.5. */
    @Test
    void slopeAndErrorAreThoseOfTheBook() {
        Trend trend = Trend.of(List.of(0.0, 1.0, 2.0, 3.0), List.of(2.0, 2.0, 3.0, 5.0));
        assertThat(trend.slope()).isCloseTo(1, within(1e-12));
        assertThat(trend.standardError()).isCloseTo(Math.sqrt(1.0 / 2 / 5), within(1e-12));
        assertThat(trend.growsBeyond(0.3)).isTrue();
        assertThat(trend.growsBeyond(0.5)).isFalse();
        assertThat(trend.staysWithin(1.5)).isFalse();
        assertThat(trend.staysWithin(1.7)).isTrue();
    }

    @Test
    void twoPointsOrOnePlaceHaveNoTrend() {
        assertThatThrownBy(() -> Trend.of(List.of(0.0, 1.0), List.of(0.0, 1.0))).hasMessageContaining("three points");
        assertThatThrownBy(() -> Trend.of(List.of(1.0, 1.0, 1.0), List.of(0.0, 1.0, 2.0)))
                .hasMessageContaining("one place");
    }

    @Test
    void aLeakIsToldFromTheNoiseAndTheFirstRounds() {
        VitalCourse flat = new VitalCourse("rounds");
        VitalCourse leaking = new VitalCourse("rounds");
        for (int i = 0; i <= 100; i++) {
            double noise = i % 3 - 1;
            double loading = Math.min(i, 20); // classes, caches
            flat.add(i, new Vitals(40 + loading + noise, 500 + 5 * loading, 500, 10, 30, 50));
            leaking.add(i, new Vitals(40 + 0.1 * i + noise, 500 + 2 * i, 500, 10, 30 + i / 10, 50));
        }
        assertThat(flat.leaks(LIMITS)).isEmpty();
        assertThat(leaking.leaks(LIMITS))
                .hasSize(3)
                .satisfiesExactly(
                        heap -> assertThat(heap).startsWith("Java's heap after a collection grew by 7"),
                        resident ->
                                assertThat(resident).startsWith("resident memory grew by 140.00 ± 0.00 over 70 rounds"),
                        threads -> assertThat(threads).startsWith("threads grew by"));
    }

    @Test
    void readsThisProcess() throws Exception {
        Vitals vitals = Vitals.now();
        assertThat(vitals.heap()).isBetween(1.0, 3000.0);
        assertThat(vitals.threads()).isGreaterThan(1);
        assertThat(vitals.physical()).isPositive();
    }
}
