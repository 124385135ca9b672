package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptiveBinsTest {
    /** First and last input of every bin. */
    private static List<List<Integer>> firstAndLast(int in, int out) {
        AdaptiveBins bins = AdaptiveBins.of(in, out);
        List<List<Integer>> all = new ArrayList<>();
        for (int bin = 0; bin < out; bin++) {
            all.add(List.of(bins.start(bin), bins.end(bin) - 1));
        }
        return all;
    }

    @Test
    void fourToThreeOverlaps() {
        assertThat(firstAndLast(4, 3)).containsExactly(List.of(0, 1), List.of(1, 2), List.of(2, 3));
    }

    @Test
    void sevenToFourHasNarrowerBinsAtTheEnds() {
        assertThat(firstAndLast(7, 4)).containsExactly(List.of(0, 1), List.of(1, 3), List.of(3, 5), List.of(5, 6));
    }

    @Test
    void fiveToThreeOverlapsByOne() {
        assertThat(firstAndLast(5, 3)).containsExactly(List.of(0, 1), List.of(1, 3), List.of(3, 4));
    }

    @Test
    void halvesDoNotOverlap() {
        assertThat(firstAndLast(8, 4)).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6, 7));
    }

    @Test
    void threeQuartersOfEightTakesPairsThatShareEveryThird() {
        assertThat(firstAndLast(8, 6))
                .containsExactly(
                        List.of(0, 1), List.of(1, 2), List.of(2, 3), List.of(4, 5), List.of(5, 6), List.of(6, 7));
    }

    @Test
    void sameLengthKeepsEveryInput() {
        assertThat(firstAndLast(3, 3)).containsExactly(List.of(0, 0), List.of(1, 1), List.of(2, 2));
    }

    @Test
    void countsCoveredInputsOncePerBin() {
        assertThat(AdaptiveBins.of(4, 3).coveredElements()).isEqualTo(6); // 2 + 2 + 2
        assertThat(AdaptiveBins.of(7, 4).coveredElements()).isEqualTo(10); // 2 + 3 + 3 + 2
        assertThat(AdaptiveBins.of(5, 3).coveredElements()).isEqualTo(7); // 2 + 3 + 2
        assertThat(AdaptiveBins.of(8, 4).coveredElements()).isEqualTo(8);
        assertThat(AdaptiveBins.of(9, 1).coveredElements()).isEqualTo(9);
    }

    @Test
    void binsCoverTheAxisWithoutGaps() {
        for (int in = 1; in <= 40; in++) {
            for (int out = 1; out <= in; out++) {
                AdaptiveBins bins = AdaptiveBins.of(in, out);
                assertThat(bins.start(0)).isZero();
                assertThat(bins.end(out - 1)).isEqualTo(in);
                for (int bin = 1; bin < out; bin++) {
                    assertThat(bins.start(bin))
                            .as("%d to %d, bin %d", in, out, bin)
                            .isLessThanOrEqualTo(bins.end(bin - 1))
                            .isGreaterThan(bins.start(bin - 1));
                }
            }
        }
    }

    @Test
    void rejectsMoreBinsThanInputsAndNone() {
        assertThatThrownBy(() -> AdaptiveBins.of(4, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 bins do not fit an axis of 4: 1 … 4 do");
        assertThatThrownBy(() -> AdaptiveBins.of(4, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
