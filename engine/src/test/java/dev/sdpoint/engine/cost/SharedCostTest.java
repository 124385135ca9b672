package dev.sdpoint.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedCostTest {
    private static final WideResNet TINY = new WideResNet(10, 1, 10, 32);
    private static final double FULL = 25_257_226;

    @Test
    void sweepByHand() {
        SharedCost cost = SharedCost.of(TINY.plan(), InstanceSpace.of(3, List.of(0.5)));
        // stem and block 1: 10,436,608; block 2: 7,421,952; block 3: 7,380,992; last stage: 16,384 + classifier 1,290
        double first = 16_384 + (7_421_952 + 7_380_992 + 16_384) / 4.0 + 1_290;
        double second = 8_192 + (7_380_992 + 16_384) / 4.0 + 1_290;
        double third = 4_096 + 16_384 / 4.0 + 1_290;
        assertThat(cost.shared()).isCloseTo((FULL + first + second + third) / FULL, within(1e-12));
        double prefixes = 3 * 10_436_608 + 2 * 7_421_952 + 7_380_992;
        assertThat(cost.separate()).isCloseTo((FULL + prefixes + first + second + third) / FULL, within(1e-12));
    }

    @Test
    void branchesOfExitsRunOnceBesideTheMainNetwork() {
        SharedCost cost = SharedCost.of(new EarlyExits(TINY, 1).plan(), InstanceSpace.exits(3, 2));
        assertThat(cost.separate()).isCloseTo(3, within(1e-12)); // each branch repeats the rest of this tiny network
        double first = 7_421_952 + 7_380_992 + 17_674;
        double second = 7_380_992 + 17_674;
        assertThat(cost.shared()).isCloseTo((FULL + first + second) / FULL, within(1e-12));
    }

    @Test
    void resizedImagesShareNothing() {
        SharedCost cost = SharedCost.of(TINY.plan(), InstanceSpace.imageSides(3, 32));
        assertThat(cost.shared()).isCloseTo(cost.separate(), within(1e-12));
        assertThat(cost.separate()).isGreaterThan(17 * 0.25);
    }

    @Test
    void stemPointSharesTheStemAlone() {
        ResNet network = new ResNet(18, false, 10, 64);
        InstanceSpace space = new InstanceSpace(9, List.of(Instance.FULL, Instance.of(1, 0.5)));
        CostBreakdown half = new CostModel(network.plan()).breakdown(Instance.of(1, 0.5));
        double full = new CostModel(network.plan()).cost(Instance.FULL).flops();
        // shared are the 7 · 7 convolution and its norm with ReLU: 32 · 32 · 64 · (294 + 3)
        SharedCost cost = SharedCost.of(network.plan(), space);
        assertThat(cost.separate() - cost.shared()).isCloseTo(32 * 32 * 64 * 297 / full, within(1e-12));
        assertThat(cost.separate()).isCloseTo(1 + half.totalFlops() / full, within(1e-12));
    }
}
