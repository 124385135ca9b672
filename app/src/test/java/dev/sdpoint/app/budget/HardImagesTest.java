package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HardImagesTest {
    private static final List<Instance> INSTANCES =
            List.of(Instance.FULL, Instance.of(1, 0.5), Instance.of(1, 0.75), Instance.of(2, 0.5));
    private static final int[] PERCENT = {100, 40, 60, 80};

    /** Per image whether it is right at 40, 60, 80 and 100 %. */
    private static final String[] IMAGES = {"1111", "0111", "0011", "0000", "1011", "1111", "1111"};

    private static final HardImages HARD = hard();

    private static HardImages hard() {
        int n = IMAGES.length;
        short[] predicted = new short[4 * n];
        float[] probability = new float[4 * n];
        short[] rank = new short[4 * n];
        List<InstanceScore> scores = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            int column = PERCENT[k] / 20 - 2;
            for (int i = 0; i < n; i++) {
                rank[k * n + i] = (short) (IMAGES[i].charAt(column) == '1' ? 0 : 1);
            }
            scores.add(new InstanceScore(INSTANCES.get(k), PERCENT[k], PERCENT[k] / 100.0, 0.1, 0, 1, 1));
        }
        Outcomes outcomes = new Outcomes(INSTANCES, n, predicted, probability, rank);
        return new HardImages(new MinimumCost(new Sweep(n, scores), outcomes, 1), outcomes);
    }

    @Test
    void callsHardWhatIsNeverOrOnlyDearlyOrNotAlwaysRight() {
        assertThat(HARD.hard(0)).as("always right").isFalse();
        assertThat(HARD.hard(1)).as("right from the second of four").isFalse();
        assertThat(HARD.hard(2)).as("right from the third of four").isTrue();
        assertThat(HARD.hard(3)).as("never right").isTrue();
        assertThat(HARD.hard(4)).as("wrong again at 60 %").isTrue();
    }

    @Test
    void goesOnFromOneToTheNextAndRound() {
        assertThat(HARD.next(0, 9)).containsExactly(2, 3, 4);
        assertThat(HARD.next(2, 1)).containsExactly(3);
        assertThat(HARD.next(4, 2)).containsExactly(2, 3);
    }

    @Test
    void saysWhatAnImageNeeds() {
        assertThat(HARD.need(0)).isEqualTo("Right from 40\u00a0% of the cost");
        assertThat(HARD.need(2)).isEqualTo("Right from 80\u00a0% of the cost");
        assertThat(HARD.need(3)).isEqualTo("Hard: no instance gets it right");
        assertThat(HARD.need(4)).isEqualTo("Right from 40\u00a0% of the cost, but wrong at 60\u00a0%");
    }
}
