package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.Dropout;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularizationTest {
    @Test
    void survivalFallsLinearlyToThatOfTheLastBlock() {
        // Huang et al., ECCV 2016, equation 4: 1 − l/6 · (1 − 0.4)
        assertThat(survivals(new WideResNet(16, 2, 10, 32, new Regularization(0, 0.4))))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.9, 0.8, 0.7, 0.6, 0.5, 0.4);
        assertThat(survivals(new WideResNet(16, 2, 10, 32))).containsOnly(1.0);
    }

    @Test
    void survivalCountsBlocksAndNotTheStem() {
        List<Double> survivals = survivals(new ResNet(18, true, 10, 32, new Regularization(0, 0.2)));
        assertThat(survivals).hasSize(8);
        assertThat(survivals.get(0)).isEqualTo(0.9);
        assertThat(survivals.get(7)).isEqualTo(0.2, org.assertj.core.api.Assertions.within(1e-12));
    }

    private static List<Double> survivals(NetworkSpec network) {
        return network.plan().layers().stream()
                .filter(ResidualAdd.class::isInstance)
                .map(l -> ((ResidualAdd) l).survival())
                .toList();
    }

    @Test
    void dropoutOfAWideResNetLiesBetweenTheConvolutionsOfABlock() {
        assertThat(PlanQueries.block(new WideResNet(10, 1, 10, 32, new Regularization(0.3, 1)).plan(), 1))
                .containsExactly(
                        new BatchNorm("block1-norm1", 1, "conv0", 16, true),
                        new Convolution("block1-conv1", 1, "block1-norm1", 16, 16, 3, 1, 1, 1),
                        new BatchNorm("block1-norm2", 1, "block1-conv1", 16, true),
                        new Dropout("block1-dropout", 1, "block1-norm2", 16, 0.3),
                        new Convolution("block1-conv2", 1, "block1-dropout", 16, 16, 3, 1, 1, 1),
                        new ResidualAdd("block1-add", 1, "block1-conv2", "conv0", 16, 1, 1));
    }

    @Test
    void namesOfParametersDoNotDependOnIt() {
        WideResNet bare = new WideResNet(10, 1, 10, 32);
        assertThat(NamedWeights.expected(bare.with(new Regularization(0.3, 0.5)).plan()))
                .isEqualTo(NamedWeights.expected(bare.plan()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 30, Double.NaN})
    void rejectsDropoutOutsideItsRange(double rate) {
        assertThatThrownBy(() -> new Regularization(rate, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dropout rate " + rate + " is outside [0, 1); 0.3 is usual");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
    void rejectsSurvivalOutsideItsRange(double survival) {
        assertThatThrownBy(() -> new Regularization(0, survival))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("survival probability " + survival + " is outside (0, 1]");
    }
}
