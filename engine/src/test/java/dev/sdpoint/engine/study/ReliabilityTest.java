package dev.sdpoint.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ReliabilityTest {
    private static final double[] NONE = {-1, -1, -1, -1, -1};

    @Test
    void weighsTheDistanceOfEachBinByItsImages() {
        Confidences five = Small.confidences(new double[] {0.95, -0.95, 0.9, 0.3, -0.25}, NONE, NONE);

        Reliability two = Reliability.of(five, 0, 2);

        // (0, ½]: 0.3 right and 0.25 wrong: confidence 0.275, accuracy 0.5. (½, 1]: confidence 2.8 / 3, accuracy 2 / 3.
        assertThat(two.bins()).hasSize(2);
        assertThat(two.bins().get(0).images()).isEqualTo(2);
        assertThat(two.bins().get(0).confidence()).isCloseTo(0.275, within(1e-6));
        assertThat(two.bins().get(0).accuracy()).isEqualTo(0.5);
        assertThat(two.bins().get(1).accuracy()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(two.error()).isCloseTo((2 * 0.225 + 3 * (2.8 - 2) / 3) / 5, within(1e-6));
        assertThat(two.overconfidence()).isCloseTo((0.55 - 1 + 2.8 - 2) / 5, within(1e-6));
    }

    @Test
    void fifteenBinsAreOpenBelowAndClosedAbove() {
        Confidences five = Small.confidences(new double[] {1, 0.2, 0.2001, 0, -0.5}, NONE, NONE);

        Reliability usual = Reliability.of(five, 0, Reliability.BINS);

        assertThat(usual.bins()).hasSize(15);
        assertThat(usual.bins().get(14).images()).isEqualTo(1);
        assertThat(usual.bins().get(3).images()).isEqualTo(2);
        assertThat(usual.bins().get(0).images()).isEqualTo(1);
        assertThat(usual.bins().get(7).images()).isEqualTo(1);
        assertThat(usual.bins().get(5).confidence()).isNaN();
        assertThat(usual.bins().stream().mapToInt(Reliability.Bin::images).sum())
                .isEqualTo(5);
    }

    @Test
    void someoneAlwaysSureAndHalfRightIsOffByAHalf() {
        Confidences four = Small.confidences(
                new double[] {1, -1, 1, -1}, new double[] {1, 1, 1, 1}, new double[] {-1, -1, -1, -1});

        assertThat(Reliability.of(four, 0, 15).error()).isEqualTo(0.5);
        assertThat(Reliability.of(four, 1, 15).error()).isZero();
        assertThat(Reliability.of(four, 2, 15).error()).isEqualTo(1);
        assertThatThrownBy(() -> Reliability.of(four, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
