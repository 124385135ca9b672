package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WideResNetTest {
    @Test
    void smallestNetworkHasOneBlockAStage() {
        assertThat(new WideResNet(10, 1, 10, 32).plan().layers())
                .containsExactly(
                        new Convolution("conv0", 0, "image", 3, 16, 3, 1, 1, 1),
                        // same channels and side: the block's input itself is the shortcut
                        new BatchNorm("block1-norm1", 1, "conv0", 16, true),
                        new Convolution("block1-conv1", 1, "block1-norm1", 16, 16, 3, 1, 1, 1),
                        new BatchNorm("block1-norm2", 1, "block1-conv1", 16, true),
                        new Convolution("block1-conv2", 1, "block1-norm2", 16, 16, 3, 1, 1, 1),
                        new ResidualAdd("block1-add", 1, "block1-conv2", "conv0", 16, 1, 1),
                        new BatchNorm("block2-norm1", 2, "block1-add", 16, true),
                        new Convolution("block2-shortcut", 2, "block2-norm1", 16, 32, 1, 2, 0, 1),
                        new Convolution("block2-conv1", 2, "block2-norm1", 16, 32, 3, 2, 1, 1),
                        new BatchNorm("block2-norm2", 2, "block2-conv1", 32, true),
                        new Convolution("block2-conv2", 2, "block2-norm2", 32, 32, 3, 1, 1, 1),
                        new ResidualAdd("block2-add", 2, "block2-conv2", "block2-shortcut", 32, 2, 1),
                        new BatchNorm("block3-norm1", 3, "block2-add", 32, true),
                        new Convolution("block3-shortcut", 3, "block3-norm1", 32, 64, 1, 2, 0, 1),
                        new Convolution("block3-conv1", 3, "block3-norm1", 32, 64, 3, 2, 1, 1),
                        new BatchNorm("block3-norm2", 3, "block3-conv1", 64, true),
                        new Convolution("block3-conv2", 3, "block3-norm2", 64, 64, 3, 1, 1, 1),
                        new ResidualAdd("block3-add", 3, "block3-conv2", "block3-shortcut", 64, 3, 1),
                        new BatchNorm("norm", 4, "block3-add", 64, true),
                        new GlobalAveragePool("pool", 4, "norm", 64),
                        new Classifier("classifier", 4, "pool", 64, 10, 1));
    }

    @Test
    void widenedFirstStageProjectsItsShortcutWithoutStride() {
        assertThat(new WideResNet(16, 2, 10, 32).plan().layers())
                .contains(
                        new Convolution("block1-shortcut", 1, "block1-norm1", 16, 32, 1, 1, 0, 1),
                        new ResidualAdd("block2-add", 2, "block2-conv2", "block1-add", 32, 2, 1),
                        new Convolution("block3-conv1", 3, "block3-norm1", 32, 64, 3, 2, 1, 1),
                        new ResidualAdd("block6-add", 6, "block6-conv2", "block5-add", 128, 6, 1));
    }

    @ParameterizedTest
    @CsvSource({"10, 3", "16, 6", "28, 12", "40, 18"})
    void hasAPointAfterEveryBlock(int depth, int points) {
        WideResNet network = new WideResNet(depth, 1, 10, 32);
        assertThat(network.points()).isEqualTo(points);
        assertThat(network.plan().points()).isEqualTo(points);
        assertThat(network.plan().layers().stream()
                        .filter(ResidualAdd.class::isInstance)
                        .map(layer -> ((ResidualAdd) layer).point()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, points).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        // 432 stem, 4,672 + 14,432 + 57,536 blocks, 128 norm, 650 classifier
        "10, 1, 77850",
        "16, 2, 691674",
        // the count of the paper's own code
        "28, 10, 36479194",
        "40, 4, 8949210",
    })
    void countsParameters(int depth, int width, long parameters) {
        assertThat(new WideResNet(depth, width, 10, 32).plan().parameters()).isEqualTo(parameters);
    }

    @Test
    void namesTheWeightsOfEveryLayerAndTheirLengths() {
        NetworkPlan plan = new WideResNet(10, 1, 10, 32).plan();
        Map<String, Long> expected = NamedWeights.expected(plan);
        assertThat(expected)
                .containsEntry("conv0/weights", 432L)
                .containsEntry("block2-shortcut/weights", 512L)
                .containsEntry("block3-conv1/weights", 18_432L)
                .containsEntry("block2-norm2/scale", 32L)
                .containsEntry("block2-norm2/shift", 32L)
                .containsEntry("block2-norm2/runningMean", 32L)
                .containsEntry("norm/runningVariance", 64L)
                .containsEntry("classifier/weights", 640L)
                .containsEntry("classifier/bias", 10L);
        long running = expected.entrySet().stream()
                .filter(e -> e.getKey().contains("/running"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long all = expected.values().stream().mapToLong(Long::longValue).sum();
        assertThat(all - running).isEqualTo(77_850);
    }

    @Test
    void sidesShrinkByTheStridesAndAtThePoint() {
        NetworkPlan plan = new WideResNet(10, 1, 10, 32).plan();
        assertThat(plan.sides(Instance.FULL))
                .containsEntry("image", 32)
                .containsEntry("block1-add", 32)
                .containsEntry("block2-shortcut", 16)
                .containsEntry("block2-add", 16)
                .containsEntry("norm", 8)
                .containsEntry("pool", 1)
                .containsEntry("classifier", 1);
        assertThat(plan.sides(Instance.of(2, 0.75)))
                .containsEntry("block2-conv2", 16)
                .containsEntry("block2-add", 12)
                .containsEntry("block3-conv1", 6)
                .containsEntry("block3-shortcut", 6)
                .containsEntry("norm", 6)
                .containsEntry("pool", 1);
    }

    @Test
    void bothStreamsOfABlockMeetAtOddSidesToo() {
        // 16 · 0.9 = 14.4 gives 14, then 7, then 4: a stride of 2 rounds up in both streams
        Map<String, Integer> sides = new WideResNet(10, 1, 10, 16).plan().sides(Instance.of(1, 0.9));
        assertThat(sides)
                .containsEntry("block1-add", 14)
                .containsEntry("block2-add", 7)
                .containsEntry("block3-conv1", 4)
                .containsEntry("block3-shortcut", 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 11, 1006})
    void rejectsDepthThatGivesNoWholeBlocks(int depth) {
        assertThatThrownBy(() -> new WideResNet(depth, 1, 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("depth " + depth + " is not 6n + 4")
                .hasMessageContaining("Try wrn-16-2");
    }

    @Test
    void rejectsSizesOutsideTheirRange() {
        assertThatThrownBy(() -> new WideResNet(16, 0, 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width 0 is outside 1 … 64");
        assertThatThrownBy(() -> new WideResNet(16, 65, 10, 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WideResNet(16, 2, 1, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 classes are outside");
        for (int side : List.of(12, 30, 516)) {
            assertThatThrownBy(() -> new WideResNet(16, 2, 10, side))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("side " + side + " is not a multiple of 4");
        }
    }

    @Test
    void planRejectsLayerThatReadsALaterOneAndRepeatedNames() {
        BatchNorm late = new BatchNorm("a", 0, "b", 16, true);
        assertThatThrownBy(() -> new NetworkPlan(3, 32, 1, List.of(late)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a reads [b] before they exist");
        BatchNorm norm = new BatchNorm("a", 0, NetworkPlan.INPUT, 3, true);
        assertThatThrownBy(() -> new NetworkPlan(3, 32, 1, List.of(norm, norm)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two layers are called a");
    }
}
