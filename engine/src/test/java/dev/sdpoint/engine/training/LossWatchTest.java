package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a loss is an explosion. Ten classes: guessing gives ln 10 = 2.303, three times that is 6.908. */
class LossWatchTest {
    private final LossWatch watch = new LossWatch(10);

    private void add(int batches, double... losses) {
        for (int i = 0; i < batches; i++) {
            watch.add(losses[i % losses.length]);
        }
    }

    @Test
    void endsAfterTwentySixBadBatchesOfFifty() {
        add(100, 1.5);
        add(25, 6.95);
        assertThat(watch.exploded()).isFalse();
        watch.add(6.95);
        assertThat(watch.exploded()).isTrue();
        assertThat(watch.words()).contains("last 50 batches", "above 6.91", "guessing gives 2.30");
    }

    @Test
    void endsARunThatExplodesFromTheFirstBatch() {
        add(25, 1e7);
        assertThat(watch.exploded()).isFalse();
        watch.add(1e7);
        assertThat(watch.exploded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.3, 3.5, 6.9})
    void leavesAPoorStartAlone(double loss) {
        add(500, loss);
        assertThat(watch.exploded()).isFalse();
        assertThat(watch.calm()).isTrue();
    }

    @Test
    void leavesFreakBatchesAlone() {
        add(400, 0.3, 1e9, 0.4, 0.2);
        assertThat(watch.exploded()).isFalse();
        assertThat(watch.calm()).isFalse(); // five of twenty
        add(20, 0.3);
        assertThat(watch.calm()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 2.072", // 0.9 ln 10: ten times the best would still be better than guessing
        "0.4, 4", // ten times the best
        "0.9, 6.908" // three times guessing is less than ten times the best
    })
    void badIsTenTimesTheBestAndNoBetterThanGuessing(double best, double limit) {
        add(LossWatch.WINDOW, best);
        assertThat(watch.limit()).isCloseTo(limit, within(1e-3));
        add(26, limit * 0.99);
        assertThat(watch.exploded()).isFalse();
        add(26, limit * 1.01);
        assertThat(watch.exploded()).isTrue();
    }

    @Test
    void bestIsAMedianThatOneLuckyBatchDoesNotMove() {
        add(LossWatch.WINDOW - 1, 0.7, 0.5);
        assertThat(watch.memory().best()).isInfinite();
        watch.add(0.5); // 25 of each
        assertThat(watch.memory().best()).isCloseTo(0.6, within(1e-12));
        watch.add(0.7);
        watch.add(1e-6); // takes the place of a 0.5
        assertThat(watch.memory().best()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void calmAllowsTwoBadBatchesOfTwenty() {
        add(40, 1.0);
        add(2, 50);
        assertThat(watch.calm()).isTrue();
        watch.add(50);
        assertThat(watch.calm()).isFalse();
        add(18, 1.0);
        assertThat(watch.calm()).isTrue();
    }

    @Test
    void goesOnWhereAnotherStopped() {
        add(70, 0.2, 0.3);
        add(20, 5.0);
        LossWatch other = new LossWatch(10);
        other.goOnFrom(watch.memory());
        for (int i = 0; i < 6; i++) {
            assertThat(other.exploded()).isFalse();
            other.add(5.0);
        }
        assertThat(other.exploded()).isTrue();
        assertThat(other.memory().best()).isEqualTo(watch.memory().best());
    }

    @Test
    void refusesMoreLossesThanItKeeps() {
        assertThatThrownBy(() -> new LossWatch.Memory(Collections.nCopies(51, 1.0), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("51 losses");
    }
}
