package dev.sdpoint.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CascadeTest {
    /** Full, cheap, middle; four images. */
    private static final Confidences FOUR = Small.confidences(
            new double[] {0.9, 0.9, -0.6, 0.9}, new double[] {0.8, -0.7, 0.3, -0.2}, new double[] {0.9, 0.6, -0.5, -0.4
            });

    private static final List<dev.sdpoint.engine.sdpoint.Instance> ALL =
            List.of(Small.CHEAP, Small.MIDDLE, dev.sdpoint.engine.sdpoint.Instance.FULL);

    @Test
    void anImagePaysForEveryStageItRan() {
        CostPoint point = new Cascade(ALL, 0.5).evaluate(FOUR, Small.COSTS);

        // cheap answers the first two, one wrongly; the third goes to middle (0.5 is not below) and is wrong there;
        // the fourth runs all and is right
        assertThat(point.flops()).isCloseTo((40 + 40 + 110 + 210) / 4.0, within(1e-9));
        assertThat(point.relativeCost()).isCloseTo(1.0, within(1e-9));
        assertThat(point.error()).isEqualTo(0.5);
    }

    @Test
    void atThresholdZeroTheCheapestIsAlone() {
        CostPoint point = new Cascade(ALL, 0).evaluate(FOUR, Small.COSTS);

        assertThat(point.flops()).isEqualTo(40);
        assertThat(point.error()).isEqualTo(FOUR.error(1)).isEqualTo(0.5);
    }

    @Test
    void aboveOneAllStagesRunAndTheLastAnswers() {
        CostPoint point = new Cascade(ALL, 1.02).evaluate(FOUR, Small.COSTS);

        assertThat(point.flops()).isEqualTo(210);
        assertThat(point.error()).isEqualTo(FOUR.error(0)).isEqualTo(0.25);
    }

    @Test
    void costGrowsWithTheThreshold() {
        for (long seed = 0; seed < 20; seed++) {
            Confidences random = Small.random(seed, 60);
            double before = 0;
            for (double threshold : CascadeStudy.THRESHOLDS) {
                double flops = new Cascade(ALL, threshold)
                        .evaluate(random, Small.COSTS)
                        .flops();
                assertThat(flops).isGreaterThanOrEqualTo(before);
                before = flops;
            }
        }
    }

    @Test
    void refusesNoStageAndNoNumber() {
        assertThatThrownBy(() -> new Cascade(List.of(), 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cascade(ALL, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
