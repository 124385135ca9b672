package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private static final long MS = 1_000_000;

    private long work = 77 * MS;
    private final FrameBudget budget = new FrameBudget(0.01, 100 * MS, 2500 * MS, () -> work);

    private long frame(long cost) {
        work += cost;
        return budget.getAsLong();
    }

    @Test
    void waitsAHundredTimesWhatAFrameCostsForAHundredthOfACore() {
        assertThat(frame(4 * MS)).isEqualTo(400 * MS);
        assertThat(frame(4 * MS)).isEqualTo(400 * MS);
    }

    @Test
    void neitherHurriesNorSleepsBeyondItsBounds() {
        assertThat(frame(0)).isEqualTo(100 * MS);
        assertThat(frame(1000 * MS)).isEqualTo(2500 * MS);
    }

    @Test
    void framesWhoseCostsTakeTurnsTakeTheirShareOnAverage() {
        double cost = 0;
        double time = 0;
        for (int i = 0; i < 400; i++) {
            long next = i % 4 == 0 ? 20 * MS : 4 * MS;
            time += frame(next) + next;
            cost += next;
        }
        assertThat(cost / time).isCloseTo(0.01, within(0.001));
    }

    @Test
    void forgetsAFrameThatWasDearOnce() {
        frame(4 * MS);
        frame(20 * MS);
        long last = 0;
        for (int i = 0; i < 20; i++) {
            last = frame(4 * MS);
        }
        assertThat(last).isBetween(400 * MS, 402 * MS);
    }

    @Test
    void refusesWhatIsNoShareOrNoWait() {
        assertThatThrownBy(() -> new FrameBudget(0, MS, MS, () -> 0)).hasMessageContaining("0 < share < 1");
        assertThatThrownBy(() -> new FrameBudget(0.5, 2 * MS, MS, () -> 0)).hasMessageContaining("least ≤ most");
    }
}
