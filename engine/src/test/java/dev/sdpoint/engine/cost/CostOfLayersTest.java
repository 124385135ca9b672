package dev.sdpoint.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.cost.LayerCost.Kind;
import dev.sdpoint.engine.network.DenseNet;
import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.network.ResNeXt;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.VggNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The terms of layers that Wide ResNets lack, by hand. */
class CostOfLayersTest {
    private static final NetworkSpec RES_NET = new ResNet(18, false, 10, 32);
    private static final NetworkSpec RES_NEXT = new ResNeXt(11, 2, 4, 10, 16);
    private static final NetworkSpec DENSE = new DenseNet(10, 4, 10, 16);
    private static final NetworkSpec VGG = new VggNet(11, 10, 32);

    private static List<LayerCost> terms(NetworkSpec network, String layer, Instance instance) {
        return new CostModel(network.plan())
                .breakdown(instance).layers().stream()
                        .filter(term -> term.layer().equals(layer))
                        .toList();
    }

    @Test
    void stemConvolutionIsSevenBySevenWithStride() {
        // 16 · 16 · 64 outputs of 2 · 7·7 · 3
        assertThat(terms(RES_NET, "conv0", Instance.FULL))
                .containsExactly(new LayerCost("conv0", 1, Kind.CONVOLUTION, 4_816_896, 16));
    }

    @Test
    void ordinaryMaxPoolCountsItsKernelForEachOutput() {
        assertThat(terms(RES_NET, "stem-pool", Instance.FULL))
                .containsExactly(new LayerCost("stem-pool", 1, Kind.POOL, 8 * 8 * 64 * 9, 8));
        assertThat(terms(VGG, "block2-pool", Instance.FULL))
                .containsExactly(new LayerCost("block2-pool", 2, Kind.POOL, 16 * 16 * 64 * 4, 16));
    }

    @Test
    void stemPointCountsEveryElementThatItsAdaptiveMaxPoolCovers() {
        // 16 to 4 covers 16; 16 to 6 has bins 0–2, 2–5, 5–7, 8–10, 10–13, 13–15 of 3 + 4 + 3 + 3 + 4 + 3
        assertThat(terms(RES_NET, "stem-pool", Instance.of(1, 0.5)))
                .containsExactly(new LayerCost("stem-pool", 1, Kind.DOWNSAMPLING, 16 * 16 * 64, 4));
        assertThat(terms(RES_NET, "stem-pool", Instance.of(1, 0.75)))
                .containsExactly(new LayerCost("stem-pool", 1, Kind.DOWNSAMPLING, 20 * 20 * 64, 6));
        // 0.95 · 8 = 7.6 gives 8: the adaptive pooling runs all the same
        assertThat(terms(RES_NET, "stem-pool", Instance.of(1, 0.95)))
                .containsExactly(new LayerCost("stem-pool", 1, Kind.DOWNSAMPLING, 16 * 16 * 64, 8));
    }

    @Test
    void reluAfterTheAdditionSeesTheDownsampledMap() {
        assertThat(terms(RES_NET, "block1-add", Instance.of(2, 0.5)))
                .containsExactly(
                        new LayerCost("block1-add", 2, Kind.RESIDUAL_ADD, 8 * 8 * 64, 8),
                        new LayerCost("block1-add", 2, Kind.DOWNSAMPLING, 8 * 8 * 64, 4));
        assertThat(terms(RES_NET, "block1-relu", Instance.FULL))
                .containsExactly(new LayerCost("block1-relu", 2, Kind.RELU, 8 * 8 * 64, 8));
        assertThat(terms(RES_NET, "block1-relu", Instance.of(2, 0.5)))
                .containsExactly(new LayerCost("block1-relu", 2, Kind.RELU, 4 * 4 * 64, 4));
    }

    @Test
    void normalizationWithoutReluCountsNoRelu() {
        assertThat(terms(RES_NET, "block1-norm2", Instance.FULL))
                .containsExactly(new LayerCost("block1-norm2", 2, Kind.BATCH_NORM, 2 * 8 * 8 * 64, 8));
    }

    @Test
    void groupedConvolutionCountsTheChannelsOfAGroup() {
        // 16 · 16 · 8 outputs of 2 · 3·3 · 4
        assertThat(terms(RES_NEXT, "block1-conv2", Instance.FULL))
                .containsExactly(new LayerCost("block1-conv2", 1, Kind.CONVOLUTION, 16 * 16 * 8 * 72, 16));
    }

    @Test
    void concatenationIsFreeUntilItDownsamples() {
        assertThat(terms(DENSE, "block1-concat", Instance.FULL)).isEmpty();
        assertThat(terms(DENSE, "block1-concat", Instance.of(1, 0.5)))
                .containsExactly(new LayerCost("block1-concat", 1, Kind.DOWNSAMPLING, 16 * 16 * 12, 8));
    }

    @Test
    void averagePoolCountsItsKernelForEachOutput() {
        assertThat(terms(DENSE, "block2-transition-pool", Instance.FULL))
                .containsExactly(new LayerCost("block2-transition-pool", 2, Kind.POOL, 8 * 8 * 6 * 4, 8));
        // 16 · 0.8 = 12.8 gives 13, of which 2 · 2 leaves 6
        assertThat(terms(DENSE, "block2-transition-pool", Instance.of(1, 0.8)))
                .containsExactly(new LayerCost("block2-transition-pool", 2, Kind.POOL, 6 * 6 * 6 * 4, 6));
    }

    @Test
    void pointOfAPlainNetIsFreeUntilItDownsamples() {
        assertThat(terms(VGG, "block1-point", Instance.FULL)).isEmpty();
        assertThat(terms(VGG, "block1-point", Instance.of(1, 0.75)))
                .containsExactly(new LayerCost("block1-point", 1, Kind.DOWNSAMPLING, 48 * 48 * 64, 24));
    }

    @Test
    void dropoutAndStochasticDepthCostNothing() {
        WideResNet network = new WideResNet(10, 1, 10, 32);
        assertThat(new CostModel(network.with(new Regularization(0.3, 0.5)).plan()).cost(Instance.FULL))
                .isEqualTo(new CostModel(network.plan()).cost(Instance.FULL));
    }

    @Test
    void wholeDenseNetByHand() {
        CostBreakdown full = new CostModel(DENSE.plan()).breakdown(Instance.FULL);
        // stem 110,592; blocks 65,536 + 294,912, 36,864 + 12,288 + 73,728, 6,400 + 2,560 + 18,432
        assertThat(full.kindFlops(Kind.CONVOLUTION)).isEqualTo(621_312);
        // 2,048 + 4,096, 3,072 + 384 + 1,024, 640 + 80 + 256, 144 elements
        assertThat(full.kindFlops(Kind.BATCH_NORM)).isEqualTo(2 * 11_744);
        assertThat(full.kindFlops(Kind.RELU)).isEqualTo(11_744);
        // 1,536 and 320 between stages, 144 at the end
        assertThat(full.kindFlops(Kind.POOL)).isEqualTo(2_000);
        assertThat(full.kindFlops(Kind.LINEAR)).isEqualTo(190);
        assertThat(full.totalFlops()).isEqualTo(658_734);
    }

    @Test
    void resizedImageCostsWhatTheNetworkCostsOnThatSide() {
        CostModel model = new CostModel(new WideResNet(10, 1, 10, 32).plan());
        assertThat(model.cost(new Instance.ResizedInput(0.5)).flops())
                .isEqualTo(new CostModel(new WideResNet(10, 1, 10, 16).plan())
                        .cost(Instance.FULL)
                        .flops());
    }

    @Test
    void anExitCostsItsBranchAndWhatLiesBeforeIt() {
        WideResNet trunk = new WideResNet(10, 1, 10, 32);
        CostModel model = new CostModel(new EarlyExits(trunk, 1).plan());
        long full = 25_257_226; // as without exits
        assertThat(model.cost(Instance.FULL).flops()).isEqualTo(full);
        // stages of one block: the first branch is the rest of the network over again, and so is the second
        assertThat(model.cost(new Instance.EarlyExit(1)).flops()).isEqualTo(full);
        CostBreakdown second = model.breakdown(new Instance.EarlyExit(2));
        assertThat(second.totalFlops()).isEqualTo(full);
        assertThat(second.blockFlops(3) + second.blockFlops(5)).isZero();
        assertThat(second.blockFlops(6)).isEqualTo(7_380_992 + 17_674);
    }
}
