package dev.sdpoint.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Comparator;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our costs against those of the paper (Kuen et al., CVPR 2018) and its published counter. */
class PublishedCostsTest {
    private static NetworkSpec network(String name) {
        return NetworkNames.parse(name, OptionalInt.empty(), OptionalInt.empty());
    }

    private static InstanceSpace paperSpace(NetworkSpec network) {
        return InstanceSpace.of(network.points(), InstanceSpace.PAPER_RATIOS);
    }

    @ParameterizedTest
    @CsvSource({
        "resnext-101-32x4d, 16.01",
        "preresnet-101, 15.66",
        "resnext-50-32x4d, 8.51",
        "wrn-28-10, 10.49",
        "wrn-40-4, 2.60"
    })
    void fullNetworksAreWithinOnePercent(String name, double gigaFlops) {
        assertThat(new CostModel(network(name).plan()).cost(Instance.FULL).flops() / 1e9)
                .isCloseTo(gigaFlops, within(0.01 * gigaFlops));
    }

    /** The paper's figures start at 27 to 29 % of the full cost; the earliest point at 0.75 lies at 58 to 62 %. */
    @ParameterizedTest
    @CsvSource({"resnext-101-32x4d", "preresnet-101", "resnext-50-32x4d", "wrn-28-10", "wrn-40-4"})
    void cheapestInstanceAndEarliestThreeQuartersAreWhereThePaperHasThem(String name) {
        NetworkSpec network = network(name);
        CostModel costs = new CostModel(network.plan());
        InstanceCost cheapest = costs.costs(paperSpace(network)).stream()
                .min(Comparator.comparingLong(InstanceCost::flops))
                .orElseThrow();
        assertThat(cheapest.instance()).isEqualTo(Instance.of(1, 0.5));
        assertThat(cheapest.relativeCost()).isBetween(0.265, 0.295); // rounded to whole percents
        assertThat(costs.cost(Instance.of(1, 0.75)).relativeCost()).isBetween(0.575, 0.625);
    }

    @Test
    void sweepOfResNeXt101CostsAThirdWithSharing() {
        NetworkSpec network = network("resnext-101-32x4d");
        InstanceSpace space = paperSpace(network);
        assertThat(space.size()).isEqualTo(69);
        SharedCost cost = SharedCost.of(network.plan(), space);
        assertThat(cost.separate()).isCloseTo(49.4, within(0.05));
        assertThat(cost.shared()).isCloseTo(14.6, within(0.05));
    }
}
