package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.AveragePool;
import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Concatenation;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.Dropout;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseNetTest {
    @Test
    void smallestNetworkHasOneLayerAStage() {
        assertThat(new DenseNet(10, 4, 10, 32).plan().layers())
                .containsExactly(
                        new Convolution("conv0", 0, "image", 3, 8, 3, 1, 1, 1),
                        new BatchNorm("block1-norm1", 1, "conv0", 8, true),
                        new Convolution("block1-conv1", 1, "block1-norm1", 8, 16, 1, 1, 0, 1),
                        new BatchNorm("block1-norm2", 1, "block1-conv1", 16, true),
                        new Convolution("block1-conv2", 1, "block1-norm2", 16, 4, 3, 1, 1, 1),
                        new Concatenation("block1-concat", 1, List.of("conv0", "block1-conv2"), 12, 1),
                        // half of 12 channels
                        new BatchNorm("block2-transition-norm", 2, "block1-concat", 12, true),
                        new Convolution("block2-transition-conv", 2, "block2-transition-norm", 12, 6, 1, 1, 0, 1),
                        new AveragePool("block2-transition-pool", 2, "block2-transition-conv", 6, 2),
                        new BatchNorm("block2-norm1", 2, "block2-transition-pool", 6, true),
                        new Convolution("block2-conv1", 2, "block2-norm1", 6, 16, 1, 1, 0, 1),
                        new BatchNorm("block2-norm2", 2, "block2-conv1", 16, true),
                        new Convolution("block2-conv2", 2, "block2-norm2", 16, 4, 3, 1, 1, 1),
                        new Concatenation("block2-concat", 2, List.of("block2-transition-pool", "block2-conv2"), 10, 2),
                        new BatchNorm("block3-transition-norm", 3, "block2-concat", 10, true),
                        new Convolution("block3-transition-conv", 3, "block3-transition-norm", 10, 5, 1, 1, 0, 1),
                        new AveragePool("block3-transition-pool", 3, "block3-transition-conv", 5, 2),
                        new BatchNorm("block3-norm1", 3, "block3-transition-pool", 5, true),
                        new Convolution("block3-conv1", 3, "block3-norm1", 5, 16, 1, 1, 0, 1),
                        new BatchNorm("block3-norm2", 3, "block3-conv1", 16, true),
                        new Convolution("block3-conv2", 3, "block3-norm2", 16, 4, 3, 1, 1, 1),
                        new Concatenation("block3-concat", 3, List.of("block3-transition-pool", "block3-conv2"), 9, 3),
                        new BatchNorm("norm", 4, "block3-concat", 9, true),
                        new GlobalAveragePool("pool", 4, "norm", 9),
                        new Classifier("classifier", 4, "pool", 9, 10, 1));
    }

    @Test
    void countsParametersByHand() {
        // convolutions 216 + (128 + 576) + (72 + 96 + 576) + (50 + 80 + 576); norms 2 · (24 + 34 + 31 + 9); classifier
        // 100
        assertThat(new DenseNet(10, 4, 10, 32).plan().parameters()).isEqualTo(2_370 + 196 + 100);
    }

    @Test
    void laterLayersOfAStageAppendToAllBefore() {
        assertThat(new DenseNet(16, 4, 10, 32).plan().layers())
                .contains(
                        new Concatenation("block2-concat", 2, List.of("block1-concat", "block2-conv2"), 16, 2),
                        new Convolution("block3-transition-conv", 3, "block3-transition-norm", 16, 8, 1, 1, 0, 1));
    }

    @Test
    void dropoutFollowsEachConvolutionOfALayer() {
        NetworkPlan plan = new DenseNet(10, 4, 10, 32, new Regularization(0.2, 1)).plan();
        assertThat(PlanQueries.block(plan, 1))
                .containsExactly(
                        new BatchNorm("block1-norm1", 1, "conv0", 8, true),
                        new Convolution("block1-conv1", 1, "block1-norm1", 8, 16, 1, 1, 0, 1),
                        new Dropout("block1-dropout1", 1, "block1-conv1", 16, 0.2),
                        new BatchNorm("block1-norm2", 1, "block1-dropout1", 16, true),
                        new Convolution("block1-conv2", 1, "block1-norm2", 16, 4, 3, 1, 1, 1),
                        new Dropout("block1-dropout2", 1, "block1-conv2", 4, 0.2),
                        new Concatenation("block1-concat", 1, List.of("conv0", "block1-dropout2"), 12, 1));
        assertThat(plan.parameters())
                .isEqualTo(new DenseNet(10, 4, 10, 32).plan().parameters());
    }

    @Test
    void transitionsHalveAndRoundDown() {
        NetworkPlan plan = new DenseNet(10, 4, 10, 32).plan();
        assertThat(plan.sides(Instance.FULL))
                .containsEntry("block1-concat", 32)
                .containsEntry("block2-concat", 16)
                .containsEntry("block3-concat", 8);
        // 32 · 0.9 = 28.8 gives 29, then 14, then 7
        assertThat(plan.sides(Instance.of(1, 0.9)))
                .containsEntry("block1-concat", 29)
                .containsEntry("block2-transition-conv", 29)
                .containsEntry("block2-transition-pool", 14)
                .containsEntry("block2-concat", 14)
                .containsEntry("block3-concat", 7);
    }

    @ParameterizedTest
    @CsvSource({"10, 3", "40, 18", "100, 48", "190, 93"})
    void hasAPointAfterEveryConcatenation(int depth, int points) {
        DenseNet network = new DenseNet(depth, 12, 10, 32);
        assertThat(network.points()).isEqualTo(points);
        assertThat(network.plan().layers().stream()
                        .filter(Concatenation.class::isInstance)
                        .count())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 99, 101, 1006})
    void rejectsDepthThatGivesNoWholeLayers(int depth) {
        assertThatThrownBy(() -> new DenseNet(depth, 12, 10, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("depth " + depth + " is not 6n + 4")
                .hasMessageContaining("Try densenet-bc-100-12");
    }

    @Test
    void saysWhyItRefusesOtherSizes() {
        assertThatThrownBy(() -> new DenseNet(10, 0, 10, 32)).hasMessageContaining("growth rate 0 is outside 1 … 256");
        assertThatThrownBy(() -> new DenseNet(10, 257, 10, 32)).hasMessageContaining("growth rate 257");
        assertThatThrownBy(() -> new DenseNet(10, 4, 1, 32)).hasMessageContaining("1 classes are outside 2");
        assertThatThrownBy(() -> new DenseNet(10, 4, 10, 30)).hasMessageContaining("side 30 is not a multiple of 4");
        assertThatThrownBy(() -> new DenseNet(10, 4, 10, 32, new Regularization(0, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A DenseNet has no residual branches that stochastic depth could drop");
    }
}
