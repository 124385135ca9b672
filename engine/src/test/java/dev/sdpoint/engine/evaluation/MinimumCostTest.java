package dev.sdpoint.engine.evaluation;

import static dev.sdpoint.engine.evaluation.Scores.full;
import static dev.sdpoint.engine.evaluation.Scores.half;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinimumCostTest {
    /** Costs in the order of the space: full resolution 1,000, then 300 and 600; so ranks are 2, 0 and 1. */
    private static final Sweep SWEEP = new Sweep(6, List.of(full(1000, 0), half(1, 300, 0), half(2, 600, 0)));

    /**
     * Ranks of the true class of six images, per instance. Image 0 is always right; 1 from 600 on; 2 only in full; 3 never; 4
     * right at 300 and wrong above; 5 right at 300 and 1,000, wrong between.
     */
    private static final short[] RANKS = {
        0, 0, 0, 9, 5, 0, // full, 1,000
        0, 2, 9, 9, 0, 0, // 300
        0, 0, 4, 9, 1, 7, // 600
    };

    private static MinimumCost minimum(int top) {
        return new MinimumCost(SWEEP, outcomes(SWEEP, 6, RANKS), top);
    }

    private static Outcomes outcomes(Sweep sweep, int images, short... ranks) {
        return new Outcomes(
                sweep.scores().stream().map(InstanceScore::instance).toList(),
                images,
                new short[ranks.length],
                new float[ranks.length],
                ranks);
    }

    private static int[] ranks(MinimumCost minimum) {
        int[] ranks = new int[minimum.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = minimum.rank(i);
        }
        return ranks;
    }

    @Test
    void ordersInstancesByCost() {
        assertThat(minimum(1).order()).containsExactly(half(1, 300, 0), half(2, 600, 0), full(1000, 0));
    }

    @Test
    void findsTheCheapestRightInstanceOfEveryImage() {
        assertThat(ranks(minimum(1))).containsExactly(0, 1, 2, MinimumCost.NEVER, 0, 0);
    }

    @Test
    void fiveGuessesMakeMoreInstancesRight() {
        assertThat(ranks(minimum(5))).containsExactly(0, 0, 1, MinimumCost.NEVER, 0, 0);
    }

    @Test
    void flagsImagesThatAHigherCostGetsWrong() {
        MinimumCost one = minimum(1);
        assertThat(one.nonMonotone(0)).isFalse();
        assertThat(one.nonMonotone(1)).isFalse();
        assertThat(one.nonMonotone(2)).isFalse();
        assertThat(one.nonMonotone(3)).isFalse();
        assertThat(one.nonMonotone(4)).isTrue();
        assertThat(one.nonMonotone(5)).isTrue();
        // rank 5 is the sixth guess
        assertThat(minimum(5).nonMonotone(4)).isTrue();
        assertThat(minimum(6).nonMonotone(4)).isFalse();
    }

    @Test
    void wrongAtTheSameCostIsNotWrongAtAHigherOne() {
        // a ratio that rounds to the full side gives an instance that costs as much as the full network
        Sweep equal = new Sweep(1, List.of(full(1000, 0), half(1, 1000, 0), half(2, 300, 0)));
        Outcomes outcomes = outcomes(equal, 1, (short) 0, (short) 3, (short) 3);
        MinimumCost minimum = new MinimumCost(equal, outcomes, 1);
        assertThat(minimum.rank(0)).isEqualTo(1);
        assertThat(minimum.nonMonotone(0)).isFalse();
    }

    @Test
    void listsImagesOfARank() {
        MinimumCost one = minimum(1);
        assertThat(one.images(0)).containsExactly(0, 4, 5);
        assertThat(one.images(1)).containsExactly(1);
        assertThat(one.images(2)).containsExactly(2);
        assertThat(one.images(MinimumCost.NEVER)).containsExactly(3);
    }

    @Test
    void oracleErrsWhereNoInstanceIsRight() {
        assertThat(minimum(1).oracleError()).isEqualTo(1 / 6.0);
    }

    @Test
    void rejectsOutcomesOfOtherInstances() {
        Sweep two = new Sweep(6, SWEEP.scores().subList(0, 2));
        assertThatThrownBy(() -> new MinimumCost(two, outcomes(SWEEP, 6, RANKS), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sweep has 2 instances, the outcomes 3");
    }
}
