package dev.sdpoint.engine.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifficultyTest {
    private static final List<Instance> INSTANCES = List.of(Instance.FULL, Instance.of(1, 0.5));

    /** Ranks of the true class: of full resolution, then of the cheap instance. */
    private static Outcomes outcomes(int... ranks) {
        short[] cells = new short[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            cells[i] = (short) ranks[i];
        }
        return new Outcomes(INSTANCES, ranks.length / 2, new short[ranks.length], new float[ranks.length], cells);
    }

    @Test
    void countsTheOtherNetworksErrorsByTheCostNeeded() {
        Sweep sweep = new Sweep(5, List.of(score(Instance.FULL, 100), score(INSTANCES.get(1), 40)));
        // images 0, 1, 2 are right when cheap, 3 needs the full network, 4 is never right
        MinimumCost needed = new MinimumCost(sweep, outcomes(0, 0, 1, 0, 1, 0, 0, 0, 1, 1), 1);
        // the other network errs on images 1, 3 and 4
        Difficulty found = Difficulty.of(needed, outcomes(0, 1, 0, 1, 1, 0, 0, 0, 0, 0));
        assertThat(found).isEqualTo(new Difficulty(1 / 3.0, 1, 1, new Difficulty.Counts(3, 1, 1)));
    }

    private static InstanceScore score(Instance instance, long flops) {
        return new InstanceScore(instance, flops, flops / 100.0, 0.1, 0, 1, Double.NaN);
    }
}
