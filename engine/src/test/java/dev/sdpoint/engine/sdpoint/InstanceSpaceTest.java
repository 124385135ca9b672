package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceSpaceTest {
    @Test
    void countsFullResolutionAndEveryPointWithEveryRatio() {
        assertThat(InstanceSpace.of(6, InstanceSpace.PAPER_RATIOS).size()).isEqualTo(13);
        assertThat(InstanceSpace.of(34, InstanceSpace.PAPER_RATIOS).size()).isEqualTo(69);
        assertThat(InstanceSpace.of(6, List.of(0.5)).size()).isEqualTo(7);
    }

    @Test
    void listsFullResolutionThenPointsWithAscendingRatios() {
        assertThat(InstanceSpace.of(2, List.of(0.75, 0.5)).instances())
                .containsExactly(
                        Instance.FULL,
                        Instance.of(1, 0.5),
                        Instance.of(1, 0.75),
                        Instance.of(2, 0.5),
                        Instance.of(2, 0.75));
    }

    @Test
    void indexIsThePositionInTheList() {
        InstanceSpace space = InstanceSpace.of(34, InstanceSpace.PAPER_RATIOS);
        List<Instance> all = space.instances();
        assertThat(all).hasSize(69);
        for (int i = 0; i < all.size(); i++) {
            assertThat(space.indexOf(all.get(i))).isEqualTo(i);
        }
    }

    @Test
    void repeatedRatiosCountOnce() {
        InstanceSpace space = InstanceSpace.of(3, List.of(0.5, 0.75, 0.5));
        assertThat(space.ratios()).containsExactly(0.5, 0.75);
        assertThat(space.size()).isEqualTo(7);
    }

    @Test
    void doesNotFollowLaterChangesOfTheList() {
        List<Double> ratios = new ArrayList<>(List.of(0.5));
        InstanceSpace space = InstanceSpace.of(3, ratios);
        ratios.add(0.75);
        assertThat(space.size()).isEqualTo(4);
    }

    @Test
    void rejectsForeignInstances() {
        InstanceSpace space = InstanceSpace.of(6, InstanceSpace.PAPER_RATIOS);
        assertThatThrownBy(() -> space.indexOf(Instance.of(7, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after block 7 · ×0.5 is not of this network: it has 6 points");
        assertThatThrownBy(() -> space.indexOf(Instance.of(1, 0.6))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsNetworkWithoutPointsAndSpaceWithoutRatios() {
        assertThatThrownBy(() -> InstanceSpace.of(0, InstanceSpace.PAPER_RATIOS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> InstanceSpace.of(6, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ratio given");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 75, Double.NaN})
    void rejectsRatioOutsideZeroToOne(double ratio) {
        assertThatThrownBy(() -> InstanceSpace.of(6, List.of(0.5, ratio)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratio " + ratio + " is outside (0, 1)");
    }
}
