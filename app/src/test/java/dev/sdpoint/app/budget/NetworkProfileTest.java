package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.VggNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import org.junit.jupiter.api.Test;

class NetworkProfileTest {
    private static final NetworkPlan PLAN = new WideResNet(10, 1, 10, 32).plan();
    private static final CostModel COSTS = new CostModel(PLAN);

    private static NetworkProfile of(Instance instance) {
        return NetworkProfile.of(PLAN, COSTS, instance);
    }

    @Test
    void namesStemBlocksAndPool() {
        assertThat(of(Instance.FULL).blocks())
                .extracting(NetworkProfile.Block::name)
                .containsExactly("stem", "block 1", "block 2", "block 3", "pool");
    }

    @Test
    void showsTheSidesThatBlocksWorkAt() {
        assertThat(of(Instance.FULL).blocks())
                .extracting(NetworkProfile.Block::side)
                .containsExactly(32, 32, 16, 8, 8);
        // After block 1 the maps are 16 wide; blocks 2 and 3 halve them again.
        assertThat(of(Instance.of(1, 0.5)).blocks())
                .extracting(NetworkProfile.Block::side)
                .containsExactly(32, 32, 8, 4, 4);
        assertThat(of(Instance.of(3, 0.75)).blocks())
                .extracting(NetworkProfile.Block::side)
                .containsExactly(32, 32, 16, 8, 6);
    }

    @Test
    void savesThreeQuartersWhereTheSideIsHalved() {
        NetworkProfile.Block third = of(Instance.of(1, 0.5)).blocks().get(3);
        // Every term of block 3 goes with the area of its maps.
        assertThat(third.saved()).isCloseTo(0.75, within(1e-9));
        assertThat(third.fullSide()).isEqualTo(8);
    }

    @Test
    void countsTheDownsamplingInTheBlockThatItFollows() {
        NetworkProfile.Block first = of(Instance.of(1, 0.5)).blocks().get(1);
        // 32 → 16 in bins of 2: each of 32·32·16 elements is added once.
        assertThat(first.flops() - first.fullFlops()).isEqualTo(32 * 32 * 16);
    }

    @Test
    void savesNothingBeforeThePointAndInTheFullNetwork() {
        assertThat(of(Instance.of(2, 0.5)).blocks().get(1).saved()).isZero();
        assertThat(of(Instance.FULL).blocks()).allMatch(b -> b.saved() == 0);
    }

    @Test
    void addsUpToTheCostOfTheInstance() {
        Instance instance = Instance.of(2, 0.75);
        long sum = of(instance).blocks().stream()
                .mapToLong(NetworkProfile.Block::flops)
                .sum();
        assertThat(sum).isEqualTo(COSTS.cost(instance).flops());
    }

    @Test
    void saysHowFarBlocksSee() {
        assertThat(of(Instance.of(1, 0.5)).blocks())
                .extracting(block -> block.reading().field())
                .containsExactly(3, 7, 20, 44, 68); // 4 values a step of 8 apart: 44 + 3 · 8
        assertThat(of(Instance.of(1, 0.5)).blocks())
                .extracting(block -> block.fullReading().field())
                .containsExactly(3, 7, 13, 25, 53);
    }

    @Test
    void imageOfANetworkWithoutStemIsAPixelWide() {
        NetworkPlan vgg = new VggNet(16, 10, 32).plan();
        NetworkProfile.Block image = NetworkProfile.of(vgg, new CostModel(vgg), Instance.FULL)
                .blocks()
                .get(0);
        assertThat(image.name()).isEqualTo("image");
        assertThat(image.reading().field()).isEqualTo(1);
    }
}
