package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.MaxPool;
import dev.sdpoint.engine.network.LayerSpec.Relu;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResNeXtTest {
    @Test
    void smallestNetworkHasOneBlockAStage() {
        assertThat(new ResNeXt(11, 2, 4, 10, 32).plan().layers())
                .containsExactly(
                        new Convolution("conv0", 0, "image", 3, 64, 3, 1, 1, 1),
                        new BatchNorm("norm0", 0, "conv0", 64, true),
                        new Convolution("block1-shortcut", 1, "norm0", 64, 256, 1, 1, 0, 1),
                        new BatchNorm("block1-shortcut-norm", 1, "block1-shortcut", 256, false),
                        new Convolution("block1-conv1", 1, "norm0", 64, 8, 1, 1, 0, 1),
                        new BatchNorm("block1-norm1", 1, "block1-conv1", 8, true),
                        new Convolution("block1-conv2", 1, "block1-norm1", 8, 8, 3, 1, 1, 2),
                        new BatchNorm("block1-norm2", 1, "block1-conv2", 8, true),
                        new Convolution("block1-conv3", 1, "block1-norm2", 8, 256, 1, 1, 0, 1),
                        new BatchNorm("block1-norm3", 1, "block1-conv3", 256, false),
                        new ResidualAdd("block1-add", 1, "block1-norm3", "block1-shortcut-norm", 256, 1, 1),
                        new Relu("block1-relu", 1, "block1-add", 256),
                        new Convolution("block2-shortcut", 2, "block1-relu", 256, 512, 1, 2, 0, 1),
                        new BatchNorm("block2-shortcut-norm", 2, "block2-shortcut", 512, false),
                        new Convolution("block2-conv1", 2, "block1-relu", 256, 16, 1, 1, 0, 1),
                        new BatchNorm("block2-norm1", 2, "block2-conv1", 16, true),
                        new Convolution("block2-conv2", 2, "block2-norm1", 16, 16, 3, 2, 1, 2),
                        new BatchNorm("block2-norm2", 2, "block2-conv2", 16, true),
                        new Convolution("block2-conv3", 2, "block2-norm2", 16, 512, 1, 1, 0, 1),
                        new BatchNorm("block2-norm3", 2, "block2-conv3", 512, false),
                        new ResidualAdd("block2-add", 2, "block2-norm3", "block2-shortcut-norm", 512, 2, 1),
                        new Relu("block2-relu", 2, "block2-add", 512),
                        new Convolution("block3-shortcut", 3, "block2-relu", 512, 1024, 1, 2, 0, 1),
                        new BatchNorm("block3-shortcut-norm", 3, "block3-shortcut", 1024, false),
                        new Convolution("block3-conv1", 3, "block2-relu", 512, 32, 1, 1, 0, 1),
                        new BatchNorm("block3-norm1", 3, "block3-conv1", 32, true),
                        new Convolution("block3-conv2", 3, "block3-norm1", 32, 32, 3, 2, 1, 2),
                        new BatchNorm("block3-norm2", 3, "block3-conv2", 32, true),
                        new Convolution("block3-conv3", 3, "block3-norm2", 32, 1024, 1, 1, 0, 1),
                        new BatchNorm("block3-norm3", 3, "block3-conv3", 1024, false),
                        new ResidualAdd("block3-add", 3, "block3-norm3", "block3-shortcut-norm", 1024, 3, 1),
                        new Relu("block3-relu", 3, "block3-add", 1024),
                        new GlobalAveragePool("pool", 4, "block3-relu", 1024),
                        new Classifier("classifier", 4, "pool", 1024, 10, 1));
    }

    @Test
    void aGroupReadsItsOwnChannelsAlone() {
        // two groups, each 4 outputs of 4 inputs of 3 · 3
        assertThat(new Convolution("c", 1, "i", 8, 8, 3, 1, 1, 2).weights()).isEqualTo(2 * 4 * 4 * 9);
        assertThatThrownBy(() -> new Convolution("c", 1, "i", 8, 9, 3, 1, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 groups do not divide 8 and 9 channels");
    }

    @Test
    void imageNetLayoutHasTheStemAndTheWidthsOfThePaper() {
        NetworkPlan plan = new ResNeXt(50, 32, 4, 1000, 224).plan();
        assertThat(plan.layers())
                .contains(
                        new MaxPool("stem-pool", 1, "norm0", 64, 3, 2, 1, 1),
                        new Convolution("block1-conv2", 2, "block1-norm1", 128, 128, 3, 1, 1, 32),
                        new Convolution("block16-conv2", 17, "block16-norm1", 1024, 1024, 3, 1, 1, 32));
    }

    @Test
    void resNeXt101HasThePointsAndInstancesOfThePaper() {
        ResNeXt network = new ResNeXt(101, 32, 4, 1000, 224);
        assertThat(network.points()).isEqualTo(34);
        assertThat(InstanceSpace.of(network.points(), InstanceSpace.PAPER_RATIOS)
                        .size())
                .isEqualTo(69);
        assertThat(network.stemPoint()).isTrue();
        assertThat(network.officialCodeSetsBlocks()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"11, 3, false", "29, 9, false", "47, 15, false", "50, 17, true", "101, 34, true", "152, 51, true"})
    void hasAPointAfterEveryBlockAndInAnImageNetStem(int depth, int points, boolean stem) {
        ResNeXt network = new ResNeXt(depth, 2, 4, 10, 32);
        assertThat(network.points()).isEqualTo(points);
        assertThat(network.stemPoint()).isEqualTo(stem);
    }

    @Test
    void saysWhyItRefusesOtherSizes() {
        for (int depth : new int[] {2, 28, 49, 56, 100, 153}) {
            assertThatThrownBy(() -> new ResNeXt(depth, 8, 64, 10, 32))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("depth " + depth + " is none of 50, 101, 152")
                    .hasMessageContaining("Try resnext-29-8x64d");
        }
        assertThatThrownBy(() -> new ResNeXt(29, 0, 64, 10, 32)).hasMessageContaining("0 groups of 64 channels");
        assertThatThrownBy(() -> new ResNeXt(29, 8, 257, 10, 32)).hasMessageContaining("8 groups of 257 channels");
        assertThatThrownBy(() -> new ResNeXt(29, 8, 64, 10, 30)).hasMessageContaining("side 30 is not a multiple of 4");
        assertThatThrownBy(() -> new ResNeXt(50, 32, 4, 10, 30)).hasMessageContaining("side 30 is outside 32");
        assertThatThrownBy(() -> new ResNeXt(29, 8, 64, 10, 32, new Regularization(0.3, 1)))
                .hasMessageContaining("A ResNeXt has no dropout within its blocks");
    }
}
