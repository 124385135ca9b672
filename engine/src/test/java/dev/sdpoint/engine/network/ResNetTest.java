package dev.sdpoint.engine.network;

import static dev.sdpoint.engine.network.PlanQueries.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.MaxPool;
import dev.sdpoint.engine.network.LayerSpec.Relu;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResNetTest {
    private static final NetworkPlan BASIC = new ResNet(18, false, 10, 64).plan();
    private static final NetworkPlan PRE_BOTTLENECK = new ResNet(50, true, 10, 64).plan();

    @Test
    void stemIsBlockAndPointOne() {
        for (NetworkPlan plan : new NetworkPlan[] {BASIC, PRE_BOTTLENECK}) {
            assertThat(block(plan, 0)).isEmpty();
            assertThat(block(plan, 1))
                    .containsExactly(
                            new Convolution("conv0", 1, "image", 3, 64, 7, 2, 3, 1),
                            new BatchNorm("norm0", 1, "conv0", 64, true),
                            new MaxPool("stem-pool", 1, "norm0", 64, 3, 2, 1, 1));
        }
    }

    @Test
    void basicBlockEndsWithAdditionPointAndRelu() {
        assertThat(block(BASIC, 2))
                .containsExactly(
                        new Convolution("block1-conv1", 2, "stem-pool", 64, 64, 3, 1, 1, 1),
                        new BatchNorm("block1-norm1", 2, "block1-conv1", 64, true),
                        new Convolution("block1-conv2", 2, "block1-norm1", 64, 64, 3, 1, 1, 1),
                        new BatchNorm("block1-norm2", 2, "block1-conv2", 64, false),
                        new ResidualAdd("block1-add", 2, "block1-norm2", "stem-pool", 64, 2, 1),
                        new Relu("block1-relu", 2, "block1-add", 64));
    }

    @Test
    void basicBlockOfALaterStageProjectsItsShortcut() {
        assertThat(block(BASIC, 4))
                .containsExactly(
                        new Convolution("block3-shortcut", 4, "block2-relu", 64, 128, 1, 2, 0, 1),
                        new BatchNorm("block3-shortcut-norm", 4, "block3-shortcut", 128, false),
                        new Convolution("block3-conv1", 4, "block2-relu", 64, 128, 3, 2, 1, 1),
                        new BatchNorm("block3-norm1", 4, "block3-conv1", 128, true),
                        new Convolution("block3-conv2", 4, "block3-norm1", 128, 128, 3, 1, 1, 1),
                        new BatchNorm("block3-norm2", 4, "block3-conv2", 128, false),
                        new ResidualAdd("block3-add", 4, "block3-norm2", "block3-shortcut-norm", 128, 4, 1),
                        new Relu("block3-relu", 4, "block3-add", 128));
        assertThat(block(BASIC, 10))
                .containsExactly(
                        new GlobalAveragePool("pool", 10, "block8-relu", 512),
                        new Classifier("classifier", 10, "pool", 512, 10, 1));
    }

    @Test
    void bottleneckCarriesItsStrideAtTheMiddleConvolution() {
        assertThat(block(new ResNet(50, false, 10, 64).plan(), 5))
                .contains(
                        new Convolution("block4-conv1", 5, "block3-relu", 256, 128, 1, 1, 0, 1),
                        new Convolution("block4-conv2", 5, "block4-norm1", 128, 128, 3, 2, 1, 1),
                        new Convolution("block4-conv3", 5, "block4-norm2", 128, 512, 1, 1, 0, 1),
                        new BatchNorm("block4-norm3", 5, "block4-conv3", 512, false));
    }

    @Test
    void firstPreActivationBottleneckReadsTheActiveStem() {
        assertThat(block(PRE_BOTTLENECK, 2))
                .containsExactly(
                        new Convolution("block1-shortcut", 2, "stem-pool", 64, 256, 1, 1, 0, 1),
                        new Convolution("block1-conv1", 2, "stem-pool", 64, 64, 1, 1, 0, 1),
                        new BatchNorm("block1-norm2", 2, "block1-conv1", 64, true),
                        new Convolution("block1-conv2", 2, "block1-norm2", 64, 64, 3, 1, 1, 1),
                        new BatchNorm("block1-norm3", 2, "block1-conv2", 64, true),
                        new Convolution("block1-conv3", 2, "block1-norm3", 64, 256, 1, 1, 0, 1),
                        new ResidualAdd("block1-add", 2, "block1-conv3", "block1-shortcut", 256, 2, 1));
    }

    @Test
    void laterPreActivationBottlenecksNormaliseFirstAndEndWithTheAddition() {
        assertThat(block(PRE_BOTTLENECK, 3))
                .containsExactly(
                        new BatchNorm("block2-norm1", 3, "block1-add", 256, true),
                        new Convolution("block2-conv1", 3, "block2-norm1", 256, 64, 1, 1, 0, 1),
                        new BatchNorm("block2-norm2", 3, "block2-conv1", 64, true),
                        new Convolution("block2-conv2", 3, "block2-norm2", 64, 64, 3, 1, 1, 1),
                        new BatchNorm("block2-norm3", 3, "block2-conv2", 64, true),
                        new Convolution("block2-conv3", 3, "block2-norm3", 64, 256, 1, 1, 0, 1),
                        new ResidualAdd("block2-add", 3, "block2-conv3", "block1-add", 256, 3, 1));
        assertThat(block(PRE_BOTTLENECK, 5))
                .contains(
                        new Convolution("block4-shortcut", 5, "block4-norm1", 256, 512, 1, 2, 0, 1),
                        new Convolution("block4-conv2", 5, "block4-norm2", 128, 128, 3, 2, 1, 1),
                        new ResidualAdd("block4-add", 5, "block4-conv3", "block4-shortcut", 512, 5, 1));
        assertThat(block(PRE_BOTTLENECK, 18))
                .containsExactly(
                        new BatchNorm("norm", 18, "block16-add", 2048, true),
                        new GlobalAveragePool("pool", 18, "norm", 2048),
                        new Classifier("classifier", 18, "pool", 2048, 10, 1));
    }

    @Test
    void stemPointReplacesTheMaxPoolAndLaterPointsPool() {
        // 64 → 32 → 16; three quarters of 16 are 12, then 6, 3 and, rounded up, 2
        assertThat(BASIC.sides(Instance.FULL))
                .containsEntry("conv0", 32)
                .containsEntry("stem-pool", 16)
                .containsEntry("block3-add", 8)
                .containsEntry("block7-add", 2);
        assertThat(BASIC.sides(Instance.of(1, 0.75)))
                .containsEntry("norm0", 32)
                .containsEntry("stem-pool", 12)
                .containsEntry("block1-relu", 12)
                .containsEntry("block3-add", 6)
                .containsEntry("block5-add", 3)
                .containsEntry("block7-add", 2);
        assertThat(BASIC.sides(Instance.of(2, 0.5)))
                .containsEntry("stem-pool", 16)
                .containsEntry("block1-norm2", 16)
                .containsEntry("block1-add", 8)
                .containsEntry("block1-relu", 8);
    }

    @Test
    void stemPointAtTheUsualSideGivesTheSidesOfThePaper() {
        NetworkPlan plan = new ResNet(18, false, 1000, 224).plan();
        assertThat(plan.sides(Instance.FULL)).containsEntry("stem-pool", 56).containsEntry("block7-add", 7);
        assertThat(plan.sides(Instance.of(1, 0.75))).containsEntry("stem-pool", 42);
        assertThat(plan.sides(Instance.of(1, 0.5)))
                .containsEntry("stem-pool", 28)
                .containsEntry("block7-add", 4);
    }

    @Test
    void theReluAfterAPointBelongsToTheInstanceAndTheAdditionDoesNot() {
        assertThat(BASIC.own(Instance.of(2, 0.5)))
                .contains("block1-relu", "block2-conv1", "pool", "classifier")
                .doesNotContain("block1-add", "block1-norm2", "stem-pool");
        assertThat(BASIC.own(Instance.of(9, 0.5))).containsExactlyInAnyOrder("block8-relu", "pool", "classifier");
        assertThat(BASIC.ownStatistics(Instance.of(9, 0.5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"18, 9", "34, 17", "50, 17", "101, 34", "152, 51"})
    void hasAPointInTheStemAndAfterEveryBlock(int depth, int points) {
        for (boolean preActivation : new boolean[] {false, true}) {
            ResNet network = new ResNet(depth, preActivation, 10, 64);
            assertThat(network.points()).isEqualTo(points);
            assertThat(network.stemPoint()).isTrue();
            assertThat(network.officialCodeSetsBlocks()).isEqualTo(depth >= 50);
            assertThat(network.plan().layers().stream()
                            .filter(l -> l.point() > 0)
                            .map(LayerSpec::point))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, points).boxed().toList());
        }
    }

    @Test
    void saysWhyItRefusesOtherDepthsSidesAndDropout() {
        assertThatThrownBy(() -> new ResNet(51, false, 10, 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth 51 is none of 18, 34, 50, 101, 152. Try resnet-50");
        assertThatThrownBy(() -> new ResNet(200, false, 10, 64)).hasMessageContaining("depth 200 is none of");
        assertThat(new ResNet(200, true, 10, 64).points()).isEqualTo(67);
        assertThatThrownBy(() -> new ResNet(201, true, 10, 64))
                .hasMessage("depth 201 is none of 18, 34, 50, 101, 152 and 200. Try preresnet-101");
        assertThatThrownBy(() -> new ResNet(18, false, 10, 30))
                .hasMessageContaining("side 30 is outside 32 … 1,024")
                .hasMessageContaining("Try wrn-16-2");
        assertThatThrownBy(() -> new ResNet(18, false, 10, 1025)).hasMessageContaining("side 1025");
        assertThatThrownBy(() -> new ResNet(18, false, 10, 64, new Regularization(0.3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A ResNet has no dropout within its blocks. Use a Wide ResNet");
    }
}
