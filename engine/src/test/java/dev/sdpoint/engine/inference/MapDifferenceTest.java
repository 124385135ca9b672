package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapDifferenceTest {
    private static FeatureMaps maps(Instance instance, BlockMap... blocks) {
        return new FeatureMaps(instance, List.of(blocks));
    }

    @Test
    void poolsTheFullMapAndComparesLengths() {
        // 4×4 to 2×2: the means of the quarters are 3, 0, 0 and 4, of length 5.
        float[] full = {
            3, 3, 0, 0,
            3, 3, 0, 0,
            0, 0, 2, 6,
            0, 0, 6, 2
        };
        BlockMap other = new BlockMap(1, 1, 2, new float[] {3, 0, 0, 1});
        MapDifference difference =
                MapDifference.of(maps(Instance.FULL, new BlockMap(1, 1, 4, full)), maps(Instance.of(1, 0.5), other));
        // Only one value differs, by 3: 3 / 5.
        assertThat(difference.blocks()).hasSize(1);
        assertThat(difference.blocks().get(0).relative()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void countsAllChannels() {
        BlockMap full = new BlockMap(1, 2, 1, new float[] {6, 8});
        BlockMap other = new BlockMap(1, 2, 1, new float[] {6, 3});
        double relative = MapDifference.of(maps(Instance.FULL, full), maps(Instance.of(1, 0.5), other))
                .blocks()
                .get(0)
                .relative();
        assertThat(relative).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void poolsToOddSidesWithOverlappingBins() {
        // 3 to 2: rows 0–1 and 1–2, columns alike. Values are the column: means 0.5 and 1.5.
        float[] full = {0, 1, 2, 0, 1, 2, 0, 1, 2};
        BlockMap other = new BlockMap(2, 1, 2, new float[] {0.5f, 1.5f, 0.5f, 1.5f});
        MapDifference difference =
                MapDifference.of(maps(Instance.FULL, new BlockMap(2, 1, 3, full)), maps(Instance.of(2, 0.75), other));
        assertThat(difference.blocks().get(0).relative()).isZero();
    }

    @Test
    void namesTheFirstBlockAboveTheThresholdAndLeavesOutThoseBeforeThePoint() {
        float[] one = {10};
        FeatureMaps full = maps(
                Instance.FULL,
                new BlockMap(1, 1, 1, one),
                new BlockMap(2, 1, 1, one),
                new BlockMap(3, 1, 1, one),
                new BlockMap(4, 1, 1, one));
        FeatureMaps other = maps(
                Instance.of(2, 0.5),
                new BlockMap(1, 1, 1, new float[] {99}),
                new BlockMap(2, 1, 1, one),
                new BlockMap(3, 1, 1, new float[] {5}),
                new BlockMap(4, 1, 1, new float[] {4.9f}));
        MapDifference difference = MapDifference.of(full, other);
        assertThat(difference.blocks()).extracting(MapDifference.Block::block).containsExactly(2, 3, 4);
        // Exactly half is not above half.
        assertThat(difference.firstAbove(MapDifference.LARGE)).hasValue(4);
        assertThat(difference.firstAbove(0.4)).hasValue(3);
        assertThat(difference.firstAbove(0.6)).isEmpty();
    }

    @Test
    void nothingAgainstNothingIsTheSameAndNothingAgainstSomethingIsInfinite() {
        BlockMap zero = new BlockMap(1, 1, 1, new float[1]);
        Instance half = Instance.of(1, 0.5);
        assertThat(MapDifference.of(maps(Instance.FULL, zero), maps(half, zero))
                        .blocks()
                        .get(0)
                        .relative())
                .isZero();
        BlockMap some = new BlockMap(1, 1, 1, new float[] {1});
        assertThat(MapDifference.of(maps(Instance.FULL, zero), maps(half, some))
                        .blocks()
                        .get(0)
                        .relative())
                .isInfinite();
    }

    @Test
    void refusesMapsOfAnotherNetwork() {
        FeatureMaps full = maps(Instance.FULL, new BlockMap(1, 1, 1, new float[1]));
        FeatureMaps other = maps(Instance.of(1, 0.5), new BlockMap(1, 2, 1, new float[2]));
        assertThatThrownBy(() -> MapDifference.of(full, other)).hasMessageContaining("are both of one network?");
    }

    @Test
    void strongChannelsHaveTheLargestSquares() {
        // Sums of squares: 4, 9, 9, 1.
        BlockMap map = new BlockMap(1, 4, 1, new float[] {2, -3, 3, 1});
        assertThat(StrongChannels.of(map, 3)).containsExactly(1, 2, 0);
        assertThat(StrongChannels.of(map, 9)).hasSize(4);
    }

    @Test
    void addressesChannelRowAndColumn() {
        BlockMap map = new BlockMap(1, 2, 2, new float[] {0, 1, 2, 3, 4, 5, 6, 7});
        assertThat(map.at(1, 0, 1)).isEqualTo(5);
        assertThat(map.at(0, 1, 0)).isEqualTo(2);
        assertThatThrownBy(() -> new BlockMap(1, 2, 2, new float[7])).hasMessageContaining("8 values, not 7");
    }
}
