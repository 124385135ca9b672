package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderOfOffersTest {
    private static InstanceScore score(int point, double ratio, int percent, double millis) {
        return new InstanceScore(Instance.of(point, ratio), percent * 1_000_000L, percent / 100.0, 0.1, 0, 1, millis);
    }

    private static final InstanceScore FULL = score(0, 1, 100, 0.8);

    @Test
    void agreesWhereMoreFlopsTakeLonger() {
        assertThat(OrderOfOffers.disagreement(List.of(score(1, 0.5, 40, 0.4), score(2, 0.5, 60, 0.5), FULL)))
                .isEmpty();
    }

    @Test
    void takesADifferenceOfThreePerCentForNoise() {
        assertThat(OrderOfOffers.disagreement(List.of(score(1, 0.5, 40, 0.514), score(2, 0.5, 60, 0.5), FULL)))
                .isEmpty();
        assertThat(OrderOfOffers.disagreement(List.of(score(1, 0.5, 40, 0.516), score(2, 0.5, 60, 0.5), FULL)))
                .isNotEmpty();
    }

    @Test
    void namesThePairThatDisagreesMost() {
        List<InstanceScore> offers =
                List.of(FULL, score(1, 0.5, 40, 0.6), score(2, 0.5, 60, 0.5), score(1, 0.75, 70, 0.55));
        assertThat(OrderOfOffers.disagreement(offers).replace('\u00a0', ' '))
                .isEqualTo(
                        "FLOPs and time disagree about 2 pairs, most here: after block 1 · ×0.5 has fewer FLOPs"
                                + " than after block 2 · ×0.5 (40 % and 60 % of full), but takes longer (0.600 ms and 0.500 ms).");
    }
}
