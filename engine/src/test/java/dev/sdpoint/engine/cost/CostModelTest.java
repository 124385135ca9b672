package dev.sdpoint.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.cost.LayerCost.Kind;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {
    private static final WideResNet TINY = new WideResNet(10, 1, 10, 32);

    private static List<LayerCost> terms(String layer, Instance instance) {
        return new CostModel(TINY.plan())
                .breakdown(instance).layers().stream()
                        .filter(term -> term.layer().equals(layer))
                        .toList();
    }

    @Test
    void convolutionCountsMultiplicationsAndAdditions() {
        // 32 · 32 · 16 outputs of 2 · 3·3 · 3 operations
        assertThat(terms("conv0", Instance.FULL))
                .containsExactly(new LayerCost("conv0", 0, Kind.CONVOLUTION, 884_736, 32));
        // stride 2: 16 · 16 · 32 outputs of 2 · 16
        assertThat(terms("block2-shortcut", Instance.FULL))
                .containsExactly(new LayerCost("block2-shortcut", 2, Kind.CONVOLUTION, 262_144, 16));
    }

    @Test
    void normalizationCountsTwoAndReluOneForEachElement() {
        assertThat(terms("block2-norm2", Instance.FULL))
                .containsExactly(
                        new LayerCost("block2-norm2", 2, Kind.BATCH_NORM, 2 * 16 * 16 * 32, 16),
                        new LayerCost("block2-norm2", 2, Kind.RELU, 16 * 16 * 32, 16));
    }

    @Test
    void additionCountsOneForEachElement() {
        assertThat(terms("block3-add", Instance.FULL))
                .containsExactly(new LayerCost("block3-add", 3, Kind.RESIDUAL_ADD, 8 * 8 * 64, 8));
    }

    @Test
    void downsamplingCountsEveryCoveredElement() {
        // 32 to 24: eight times 4 to 3, whose bins cover 6; before it the sum in full
        assertThat(terms("block1-add", Instance.of(1, 0.75)))
                .containsExactly(
                        new LayerCost("block1-add", 1, Kind.RESIDUAL_ADD, 32 * 32 * 16, 32),
                        new LayerCost("block1-add", 1, Kind.DOWNSAMPLING, 48 * 48 * 16, 24));
        // halves do not overlap
        assertThat(terms("block2-add", Instance.of(2, 0.5)))
                .contains(new LayerCost("block2-add", 2, Kind.DOWNSAMPLING, 16 * 16 * 32, 8));
    }

    @Test
    void lastStageCountsThePoolAndTheClassifierWithItsBias() {
        assertThat(terms("pool", Instance.FULL)).containsExactly(new LayerCost("pool", 4, Kind.POOL, 8 * 8 * 64, 1));
        assertThat(terms("classifier", Instance.FULL))
                .containsExactly(new LayerCost("classifier", 4, Kind.LINEAR, 2 * 640 + 10, 1));
    }

    @Test
    void wholeNetworkByHand() {
        CostBreakdown full = new CostModel(TINY.plan()).breakdown(Instance.FULL);
        // 884,736 stem + 9,437,184 first block + 2 · 7,340,032
        assertThat(full.kindFlops(Kind.CONVOLUTION)).isEqualTo(25_001_984);
        assertThat(full.kindFlops(Kind.BATCH_NORM)).isEqualTo(147_456);
        assertThat(full.kindFlops(Kind.RELU)).isEqualTo(73_728);
        assertThat(full.kindFlops(Kind.RESIDUAL_ADD)).isEqualTo(28_672);
        assertThat(full.kindFlops(Kind.DOWNSAMPLING)).isZero();
        assertThat(full.totalFlops()).isEqualTo(25_257_226);
        // convolutions 7,340,032, norms 3 · (16,384 + 8,192), sum 8,192
        assertThat(full.blockFlops(2)).isEqualTo(7_421_952);
    }

    @Test
    void downsampledNetworkByHand() {
        InstanceCost half = new CostModel(TINY.plan()).cost(Instance.of(1, 0.5));
        // stem and block 1 in full (10,436,608), pooling 16,384, the rest a quarter, the classifier unchanged
        long rest = 25_257_226 - 10_436_608 - 1_290;
        assertThat(half.flops()).isEqualTo(10_436_608 + 16_384 + rest / 4 + 1_290);
        assertThat(half.relativeCost()).isCloseTo(half.flops() / 25_257_226.0, within(1e-12));
    }

    private static InstanceSpace paperSpace(WideResNet network) {
        return InstanceSpace.of(network.points(), InstanceSpace.PAPER_RATIOS);
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 16", "16, 2, 32", "28, 10, 32", "40, 4, 64"})
    void laterPointNeverCostsLessAtTheSameRatio(int depth, int width, int side) {
        WideResNet network = new WideResNet(depth, width, 10, side);
        CostModel model = new CostModel(network.plan());
        for (double ratio : InstanceSpace.PAPER_RATIOS) {
            for (int point = 1; point < network.points(); point++) {
                assertThat(model.cost(Instance.of(point + 1, ratio)).flops())
                        .as("points %d and %d at %s", point, point + 1, ratio)
                        .isGreaterThanOrEqualTo(
                                model.cost(Instance.of(point, ratio)).flops());
            }
        }
    }

    @Test
    void termsAreNeverNegativeAndAddUpBothWays() {
        WideResNet network = new WideResNet(16, 2, 10, 32);
        CostModel model = new CostModel(network.plan());
        for (Instance instance : paperSpace(network).instances()) {
            CostBreakdown breakdown = model.breakdown(instance);
            assertThat(breakdown.layers())
                    .allSatisfy(term -> assertThat(term.flops()).isNotNegative());
            long byKind =
                    Arrays.stream(Kind.values()).mapToLong(breakdown::kindFlops).sum();
            long byBlock = 0;
            for (int block = 0; block <= network.points() + 1; block++) {
                byBlock += breakdown.blockFlops(block);
            }
            assertThat(byKind).isEqualTo(breakdown.totalFlops());
            assertThat(byBlock).isEqualTo(breakdown.totalFlops());
            assertThat(model.cost(instance).flops()).isEqualTo(breakdown.totalFlops());
        }
    }

    @Test
    void listsCostsInTheOrderOfTheSpace() {
        WideResNet network = new WideResNet(16, 2, 10, 32);
        InstanceSpace space = paperSpace(network);
        assertThat(new CostModel(network.plan()).costs(space).stream().map(InstanceCost::instance))
                .containsExactlyElementsOf(space.instances());
    }

    @Test
    void rejectsPointThatTheNetworkLacks() {
        assertThatThrownBy(() -> new CostModel(TINY.plan()).breakdown(Instance.of(4, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point 4 does not exist: the network has points 1 … 3");
    }
}
