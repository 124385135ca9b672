package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.DownsamplingPoint;
import dev.sdpoint.engine.network.LayerSpec.Dropout;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.MaxPool;
import dev.sdpoint.engine.sdpoint.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VggNetTest {
    @Test
    void smallestNetworkPoolsBetweenItsFiveStages() {
        assertThat(new VggNet(11, 10, 32).plan().layers())
                .containsExactly(
                        new Convolution("block1-conv", 1, "image", 3, 64, 3, 1, 1, 1),
                        new BatchNorm("block1-norm", 1, "block1-conv", 64, true),
                        new DownsamplingPoint("block1-point", 1, "block1-norm", 64, 1),
                        new MaxPool("block2-pool", 2, "block1-point", 64, 2, 2, 0, 0),
                        new Convolution("block2-conv", 2, "block2-pool", 64, 128, 3, 1, 1, 1),
                        new BatchNorm("block2-norm", 2, "block2-conv", 128, true),
                        new DownsamplingPoint("block2-point", 2, "block2-norm", 128, 2),
                        new MaxPool("block3-pool", 3, "block2-point", 128, 2, 2, 0, 0),
                        new Convolution("block3-conv", 3, "block3-pool", 128, 256, 3, 1, 1, 1),
                        new BatchNorm("block3-norm", 3, "block3-conv", 256, true),
                        new DownsamplingPoint("block3-point", 3, "block3-norm", 256, 3),
                        new Convolution("block4-conv", 4, "block3-point", 256, 256, 3, 1, 1, 1),
                        new BatchNorm("block4-norm", 4, "block4-conv", 256, true),
                        new DownsamplingPoint("block4-point", 4, "block4-norm", 256, 4),
                        new MaxPool("block5-pool", 5, "block4-point", 256, 2, 2, 0, 0),
                        new Convolution("block5-conv", 5, "block5-pool", 256, 512, 3, 1, 1, 1),
                        new BatchNorm("block5-norm", 5, "block5-conv", 512, true),
                        new DownsamplingPoint("block5-point", 5, "block5-norm", 512, 5),
                        new Convolution("block6-conv", 6, "block5-point", 512, 512, 3, 1, 1, 1),
                        new BatchNorm("block6-norm", 6, "block6-conv", 512, true),
                        new DownsamplingPoint("block6-point", 6, "block6-norm", 512, 6),
                        new MaxPool("block7-pool", 7, "block6-point", 512, 2, 2, 0, 0),
                        new Convolution("block7-conv", 7, "block7-pool", 512, 512, 3, 1, 1, 1),
                        new BatchNorm("block7-norm", 7, "block7-conv", 512, true),
                        new DownsamplingPoint("block7-point", 7, "block7-norm", 512, 7),
                        new Convolution("block8-conv", 8, "block7-point", 512, 512, 3, 1, 1, 1),
                        new BatchNorm("block8-norm", 8, "block8-conv", 512, true),
                        new DownsamplingPoint("block8-point", 8, "block8-norm", 512, 8),
                        new GlobalAveragePool("pool", 9, "block8-point", 512),
                        new Classifier("classifier", 9, "pool", 512, 10, 1));
    }

    @Test
    void dropoutLiesBeforeTheClassifiersPooling() {
        NetworkPlan plan = new VggNet(11, 10, 32, new Regularization(0.5, 1)).plan();
        assertThat(PlanQueries.block(plan, 9))
                .containsExactly(
                        new Dropout("dropout", 9, "block8-point", 512, 0.5),
                        new GlobalAveragePool("pool", 9, "dropout", 512),
                        new Classifier("classifier", 9, "pool", 512, 10, 1));
    }

    @Test
    void oddSidesRoundDownAndNeverVanish() {
        // 32 · 0.2 = 6.4 gives 6, then 3 and 1; a pooling of one pixel leaves it
        assertThat(new VggNet(11, 10, 32).plan().sides(Instance.of(1, 0.2)))
                .containsEntry("block1-norm", 32)
                .containsEntry("block1-point", 6)
                .containsEntry("block2-pool", 3)
                .containsEntry("block3-pool", 1)
                .containsEntry("block5-pool", 1)
                .containsEntry("block8-point", 1);
    }

    @ParameterizedTest
    @CsvSource({"11, 8", "13, 10", "16, 13", "19, 16"})
    void hasAPointAfterEveryConvolution(int depth, int points) {
        VggNet network = new VggNet(depth, 10, 32);
        assertThat(network.points()).isEqualTo(points);
        assertThat(network.plan().layers().stream()
                        .filter(Convolution.class::isInstance)
                        .count())
                .isEqualTo(points);
        assertThat(network.plan().layers().stream()
                        .filter(MaxPool.class::isInstance)
                        .count())
                .isEqualTo(4);
    }

    @Test
    void countsParametersByHand() {
        // weights 9 · (192 + 8,192 + 32,768 + 65,536 + 131,072 + 3 · 262,144), norms 2 · 2,752, classifier 5,130
        assertThat(new VggNet(11, 10, 32).plan().parameters()).isEqualTo(9_217_728 + 5_504 + 5_130);
    }

    @Test
    void saysWhyItRefusesOtherSizes() {
        assertThatThrownBy(() -> new VggNet(12, 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth 12 is none of 11, 13, 16, 19. Try vgg-16");
        assertThatThrownBy(() -> new VggNet(11, 10, 30)).hasMessageContaining("side 30 is outside 32");
        assertThatThrownBy(() -> new VggNet(11, 10, 32, new Regularization(0, 0.5)))
                .hasMessageContaining("A VGG has no residual branches");
    }
}
