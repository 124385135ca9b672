package dev.sdpoint.engine.evaluation;

import static dev.sdpoint.engine.evaluation.Scores.full;
import static dev.sdpoint.engine.evaluation.Scores.half;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static Sweep sweep(InstanceScore... scores) {
        return new Sweep(1000, List.of(scores));
    }

    @Test
    void instanceThatCostsAndErrsMoreIsDominated() {
        InstanceScore full = full(1000, 0.1);
        InstanceScore cheap = half(1, 300, 0.2);
        InstanceScore bad = half(2, 500, 0.3);
        Sweep sweep = sweep(full, cheap, bad);
        assertThat(sweep.dominated(full)).isFalse();
        assertThat(sweep.dominated(cheap)).isFalse();
        assertThat(sweep.dominated(bad)).isTrue();
        assertThat(sweep.curve()).containsExactly(cheap, full);
    }

    @Test
    void sameErrorAtAHigherCostIsDominated() {
        InstanceScore cheap = half(1, 300, 0.2);
        InstanceScore dear = full(1000, 0.2);
        assertThat(sweep(dear, cheap).curve()).containsExactly(cheap);
    }

    @Test
    void higherErrorAtTheSameCostIsDominated() {
        InstanceScore good = half(1, 300, 0.2);
        InstanceScore bad = half(2, 300, 0.25);
        assertThat(sweep(full(1000, 0.1), bad, good).curve()).containsExactly(good, full(1000, 0.1));
    }

    @Test
    void equalsInBothDoNotDominateEachOther() {
        InstanceScore one = half(1, 300, 0.2);
        InstanceScore other = half(2, 300, 0.2);
        assertThat(sweep(other, one).curve()).containsExactly(one, other);
    }

    @Test
    void nothingDominatesItself() {
        assertThat(sweep(full(1000, 0.1)).curve()).containsExactly(full(1000, 0.1));
    }

    @Test
    void bestInstanceMayCostLessThanTheFullNetwork() {
        InstanceScore better = half(3, 900, 0.09);
        assertThat(sweep(full(1000, 0.1), better).curve()).containsExactly(better);
    }

    @Test
    void ordersByCostThenByPoint() {
        InstanceScore full = full(900, 0.1);
        InstanceScore third = half(3, 900, 0.2);
        InstanceScore first = half(1, 300, 0.3);
        InstanceScore second = half(2, 900, 0.3);
        assertThat(sweep(full, first, third, second).byCost()).containsExactly(first, full, second, third);
    }

    @Test
    void findsTheScoreOfAnInstance() {
        Sweep sweep = sweep(full(1000, 0.1), half(1, 300, 0.2));
        assertThat(sweep.of(Instance.of(1, 0.5))).isEqualTo(half(1, 300, 0.2));
        assertThatThrownBy(() -> sweep.of(Instance.of(1, 0.75)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("after block 1 · ×0.75 is not in the sweep");
    }

    @Test
    void marginOfErrorIsTwoDeviationsOfTheBinomial() {
        // 1.96 · sqrt(0.1 · 0.9 / 10,000) = 1.96 · 0.003
        assertThat(new Sweep(10_000, List.of(full(1, 0.1))).errorMargin(0.1)).isCloseTo(0.00588, within(1e-9));
        assertThat(new Sweep(100, List.of(full(1, 0.5))).errorMargin(0.5)).isCloseTo(0.098, within(1e-9));
        assertThat(new Sweep(100, List.of(full(1, 0))).errorMargin(0)).isZero();
    }

    @Test
    void rejectsSweepOfNothing() {
        assertThatThrownBy(() -> new Sweep(0, List.of(full(1, 0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sweep(1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
