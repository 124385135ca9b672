package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EarlyExitsTest {
    private static final WideResNet TRUNK = new WideResNet(10, 1, 10, 32);
    private static final NetworkPlan PLAN = new EarlyExits(TRUNK, 1).plan();

    @Test
    void theMainNetworkIsAsWithoutExits() {
        List<LayerSpec> main = new ArrayList<>(PLAN.layers());
        main.removeIf(layer -> layer.name().startsWith("exit"));
        assertThat(main).isEqualTo(TRUNK.plan().layers());
        assertThat(PLAN.active(Instance.FULL))
                .isEqualTo(TRUNK.plan().layers().stream().map(LayerSpec::name).collect(Collectors.toSet()));
        assertThat(PLAN.output(Instance.FULL)).isEqualTo("classifier");
    }

    @Test
    void aBranchIsOneBlockPerRemainingStageAndAClassifier() {
        assertThat(PLAN.exits()).containsExactly("exit1-classifier", "exit2-classifier");
        assertThat(PlanQueries.block(PLAN, 5))
                .containsExactly(
                        new BatchNorm("exit1-stage2-norm1", 5, "block1-add", 16, true),
                        new Convolution("exit1-stage2-shortcut", 5, "exit1-stage2-norm1", 16, 32, 1, 2, 0, 1),
                        new Convolution("exit1-stage2-conv1", 5, "exit1-stage2-norm1", 16, 32, 3, 2, 1, 1),
                        new BatchNorm("exit1-stage2-norm2", 5, "exit1-stage2-conv1", 32, true),
                        new Convolution("exit1-stage2-conv2", 5, "exit1-stage2-norm2", 32, 32, 3, 1, 1, 1),
                        new ResidualAdd("exit1-stage2-add", 5, "exit1-stage2-conv2", "exit1-stage2-shortcut", 32, 0, 1),
                        new BatchNorm("exit1-stage3-norm1", 5, "exit1-stage2-add", 32, true),
                        new Convolution("exit1-stage3-shortcut", 5, "exit1-stage3-norm1", 32, 64, 1, 2, 0, 1),
                        new Convolution("exit1-stage3-conv1", 5, "exit1-stage3-norm1", 32, 64, 3, 2, 1, 1),
                        new BatchNorm("exit1-stage3-norm2", 5, "exit1-stage3-conv1", 64, true),
                        new Convolution("exit1-stage3-conv2", 5, "exit1-stage3-norm2", 64, 64, 3, 1, 1, 1),
                        new ResidualAdd("exit1-stage3-add", 5, "exit1-stage3-conv2", "exit1-stage3-shortcut", 64, 0, 1),
                        new BatchNorm("exit1-norm", 5, "exit1-stage3-add", 64, true),
                        new GlobalAveragePool("exit1-pool", 5, "exit1-norm", 64),
                        new Classifier("exit1-classifier", 5, "exit1-pool", 64, 10, 0.3));
        assertThat(PlanQueries.block(PLAN, 6).get(0))
                .isEqualTo(new BatchNorm("exit2-stage3-norm1", 6, "block2-add", 32, true));
        assertThat(PlanQueries.block(PLAN, 6)).hasSize(6 + 3);
    }

    @Test
    void anExitRunsItsBranchAndWhatLiesBeforeIt() {
        Instance exit = new Instance.EarlyExit(1);
        assertThat(PLAN.output(exit)).isEqualTo("exit1-classifier");
        assertThat(PLAN.own(exit))
                .isEqualTo(
                        PlanQueries.block(PLAN, 5).stream().map(LayerSpec::name).collect(Collectors.toSet()));
        Set<String> active = PLAN.active(exit);
        assertThat(active).contains("conv0", "block1-add").doesNotContain("block2-norm1", "classifier", "exit2-norm");
        assertThat(PLAN.ownStatistics(exit).stream().map(LayerSpec::name))
                .containsExactly(
                        "exit1-stage2-norm1",
                        "exit1-stage2-norm2",
                        "exit1-stage3-norm1",
                        "exit1-stage3-norm2",
                        "exit1-norm");
    }

    @Test
    void exitsAreSpacedEvenlyWithinAStage() {
        assertThat(Unfolding.exitsOf(1, 1)).containsExactly(1);
        assertThat(Unfolding.exitsOf(2, 1)).containsExactly(1);
        assertThat(Unfolding.exitsOf(4, 1)).containsExactly(2);
        // thirds of 4 are 1.3 and 2.7, of 23 are 7.7 and 15.3
        assertThat(Unfolding.exitsOf(4, 2)).containsExactly(1, 3);
        assertThat(Unfolding.exitsOf(23, 2)).containsExactly(8, 15);
        assertThat(Unfolding.exitsOf(2, 8)).containsExactly(1, 2);
        assertThat(Unfolding.exitsOf(4, 0)).isEmpty();
    }

    @Test
    void noExitLiesAtTheEndOfTheNetwork() {
        // stages of one block: after the first and the second, not after the third, where the classifier is
        assertThat(new EarlyExits(TRUNK, 8).exits()).isEqualTo(2);
        assertThat(new EarlyExits(new WideResNet(28, 10, 10, 32), 2).exits()).isEqualTo(6);
        assertThat(new EarlyExits(new ResNet(50, false, 10, 64), 2).exits()).isEqualTo(8);
    }

    @Test
    void longStagesGetTwoExitsAndShortOnesOne() {
        assertThat(EarlyExits.on(new WideResNet(22, 2, 10, 32)).perStage()).isEqualTo(1);
        assertThat(EarlyExits.on(new WideResNet(28, 10, 10, 32)).perStage()).isEqualTo(2);
        assertThat(EarlyExits.on(new DenseNet(100, 12, 10, 32)).perStage()).isEqualTo(2);
    }

    @Test
    void hasThePropertiesOfItsTrunk() {
        ResNet trunk = new ResNet(18, false, 7, 48, new Regularization(0, 0.8));
        EarlyExits exits = new EarlyExits(trunk, 1);
        assertThat(exits.name()).isEqualTo("resnet-18+exits-1");
        assertThat(exits.classes()).isEqualTo(7);
        assertThat(exits.side()).isEqualTo(48);
        assertThat(exits.points()).isEqualTo(9);
        assertThat(exits.stemPoint()).isTrue();
        assertThat(exits.officialCodeSetsBlocks()).isFalse();
        assertThat(exits.regularization().survival()).isEqualTo(0.8);
        assertThat(exits.with(Regularization.NONE)).isEqualTo(new EarlyExits(new ResNet(18, false, 7, 48), 1));
    }

    @Test
    void refusesExitsOfExitsAndOtherNumbers() {
        EarlyExits exits = new EarlyExits(TRUNK, 1);
        assertThatThrownBy(() -> new EarlyExits(exits, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrn-10-1+exits-1 has early exits already");
        for (int number : new int[] {0, 9}) {
            assertThatThrownBy(() -> new EarlyExits(TRUNK, number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(number + " exits a stage are outside 1 … 8");
        }
        assertThatThrownBy(() -> PLAN.active(new Instance.EarlyExit(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exit 3 does not exist: the network has 2 early exits");
    }
}
