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

    @Test
    void alternatePointsBeginWithTheFirst() {
        assertThat(InstanceSpace.of(4, List.of(0.5, 0.75), PointChoice.ALTERNATE)
                        .instances())
                .containsExactly(
                        Instance.FULL,
                        Instance.of(1, 0.5),
                        Instance.of(1, 0.75),
                        Instance.of(3, 0.5),
                        Instance.of(3, 0.75));
    }

    @Test
    void exitsFollowFullResolution() {
        assertThat(InstanceSpace.exits(3, 2).instances())
                .containsExactly(Instance.FULL, new Instance.EarlyExit(1), new Instance.EarlyExit(2));
    }

    @Test
    void imageSidesGoFromHalfToOneLessThanFull() {
        assertThat(InstanceSpace.imageSides(3, 16).size()).isEqualTo(1 + 8);
        // half of 33 rounded up
        List<Instance> odd = InstanceSpace.imageSides(3, 33).instances();
        assertThat(odd).hasSize(1 + 16);
        assertThat(Instance.pooledSide(33, odd.get(1).ratio())).isEqualTo(17);
        assertThat(Instance.pooledSide(33, odd.get(16).ratio())).isEqualTo(32);
        for (int side = 16; side <= 1024; side++) {
            List<Instance> all = InstanceSpace.imageSides(3, side).instances();
            for (int i = 1; i < all.size(); i++) {
                assertThat(Instance.pooledSide(side, all.get(i).ratio())).isEqualTo((side + 1) / 2 + i - 1);
            }
        }
    }

    @Test
    void rejectsListsThatAreNoSpace() {
        Instance half = Instance.of(1, 0.5);
        assertThatThrownBy(() -> new InstanceSpace(3, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first instance is not full resolution");
        assertThatThrownBy(() -> new InstanceSpace(3, List.of(half, Instance.FULL)))
                .hasMessage("the first instance is not full resolution");
        assertThatThrownBy(() -> new InstanceSpace(3, List.of(Instance.FULL, half, half)))
                .hasMessage("an instance is listed twice");
        assertThatThrownBy(() -> new InstanceSpace(3, List.of(Instance.FULL, Instance.of(4, 0.5))))
                .hasMessage("after block 4 · ×0.5 does not exist: the network has points 1 … 3");
    }

    @Test
    void samplingKeepsItsRatiosInOrder() {
        Sampling sampling = new Sampling(PointChoice.ALTERNATE, List.of(0.75, 0.25, 0.75), Drawing.PAPER);
        assertThat(sampling.ratios()).containsExactly(0.25, 0.75);
        assertThat(sampling.space(6)).isEqualTo(InstanceSpace.of(6, List.of(0.25, 0.75), PointChoice.ALTERNATE));
        assertThatThrownBy(() -> Sampling.of(List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratio 1.0 is outside (0, 1)");
    }
}
