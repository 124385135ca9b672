package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.memory.abstracts.Nd4jWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** Instances of every family and kind answer in a shared pass what they answer alone, bit by bit, within the memory set aside. */
class FamilySharingTest {
    private static final int COUNT = 3;

    static List<TinyFamily> all() {
        return TinyFamily.ALL;
    }

    private static GraphNetwork network(TinyFamily family) {
        NetworkSpec spec = family.spec();
        return new GraphNetwork(
                spec, TinyNetworks.optimization(0, 0), TinyNetworks.weights(spec, 7), GraphOptions.FAST);
    }

    @ParameterizedTest
    @MethodSource("all")
    void sweepAnswersAsInstancesAskedOneByOne(TinyFamily family) {
        Batch batch = TinyNetworks.batch(family.spec(), COUNT, 31);
        List<Instance> instances = family.instances();
        try (GraphNetwork network = network(family)) {
            StatisticsBank bank = TinyNetworks.bank(network, instances);
            Map<Instance, float[]> answers = new LinkedHashMap<>();
            network.sweep(
                    batch.images(), COUNT, instances, bank, (instance, answer, nanos) -> answers.put(instance, answer));
            assertThat(answers.keySet()).containsExactlyElementsOf(instances);
            answers.forEach((instance, answer) -> assertThat(answer)
                    .as(instance.label())
                    .containsExactly(network.probabilities(batch.images(), COUNT, instance, bank)));
            assertNothingSpilled();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void statisticsOfAnInstanceDoNotDependOnTheOthers(TinyFamily family) {
        Batch batch = TinyNetworks.batch(family.spec(), COUNT, 32);
        List<Instance> instances = family.instances();
        List<Instance> backwards = new ArrayList<>(instances);
        Collections.reverse(backwards);
        try (GraphNetwork network = network(family)) {
            Map<Instance, Map<String, ChannelStatistics>> together = statistics(network, batch, instances);
            assertThat(together.keySet()).containsExactlyInAnyOrderElementsOf(instances);
            assertNothingSpilled();
            assertThat(statistics(network, batch, backwards)).isEqualTo(together);
            for (Instance instance : instances) {
                assertThat(statistics(network, batch, List.of(instance)))
                        .as(instance.label())
                        .isEqualTo(Map.of(instance, together.getOrDefault(instance, Map.of())));
            }
        }
    }

    private static Map<Instance, Map<String, ChannelStatistics>> statistics(
            GraphNetwork network, Batch batch, List<Instance> instances) {
        Map<Instance, Map<String, ChannelStatistics>> found = new LinkedHashMap<>();
        network.batchStatistics(batch.images(), COUNT, instances, found::put);
        return found;
    }

    private static void assertNothingSpilled() {
        for (String name : List.of(PassWorkspaces.KEPT, PassWorkspaces.OWN)) {
            Nd4jWorkspace workspace = (Nd4jWorkspace) Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(name);
            assertThat(workspace.getCurrentSize()).as(name).isPositive();
            assertThat(workspace.getSpilledSize()).as("%s, spilled", name).isZero();
        }
    }

    @Test
    void largerNetworksAndBatchesFindRoomAfterSmallerOnes() {
        Batch few = TinyNetworks.batch(TinyFamily.WIDE.spec(), COUNT, 1);
        Batch many = TinyNetworks.batch(TinyFamily.WIDE.spec(), 4 * COUNT, 1);
        Batch large = TinyNetworks.batch(TinyFamily.VGG.spec(), COUNT, 1);
        List<Instance> instances = List.of(Instance.FULL, Instance.of(1, 0.75));
        try (GraphNetwork small = network(TinyFamily.WIDE);
                GraphNetwork other = network(TinyFamily.VGG)) {
            small.batchStatistics(few.images(), COUNT, instances, (instance, layers) -> {});
            assertNothingSpilled();
            small.batchStatistics(many.images(), 4 * COUNT, instances, (instance, layers) -> {});
            assertNothingSpilled();
            other.batchStatistics(large.images(), COUNT, instances, (instance, layers) -> {});
            assertNothingSpilled();
            small.batchStatistics(few.images(), COUNT, instances, (instance, layers) -> {});
            assertNothingSpilled();
        }
    }

    @Test
    void closedNetworkGivesItsMemoryBack() {
        Batch batch = TinyNetworks.batch(TinyFamily.WIDE.spec(), COUNT, 1);
        try (GraphNetwork network = network(TinyFamily.WIDE)) {
            network.step(batch, Instance.FULL, 0.1);
            network.batchStatistics(batch.images(), COUNT, TinyFamily.WIDE.instances(), (instance, layers) -> {});
            assertThat(Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread())
                    .anyMatch(workspace -> workspace.getCurrentSize() > 0);
        }
        assertThat(Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread())
                .isEmpty();
    }

    @Test
    void networksMayBeClosedWhileOthersAreInUse() {
        Batch batch = TinyNetworks.batch(TinyFamily.WIDE.spec(), COUNT, 1);
        List<Instance> instances = TinyFamily.WIDE.instances();
        try (GraphNetwork network = network(TinyFamily.WIDE)) {
            StatisticsBank bank = TinyNetworks.bank(network, instances);
            float[] before = network.probabilities(batch.images(), COUNT, Instance.FULL, bank);
            network(TinyFamily.DENSE).close();
            Map<Instance, float[]> answers = new LinkedHashMap<>();
            network.sweep(batch.images(), COUNT, instances, bank, (instance, answer, nanos) -> {
                network(TinyFamily.DENSE).close(); // within a pass
                answers.put(instance, answer);
            });
            assertThat(answers.get(Instance.FULL)).containsExactly(before);
            instances.forEach(instance -> assertThat(answers.get(instance))
                    .containsExactly(network.probabilities(batch.images(), COUNT, instance, bank)));
        }
    }

    @Test
    void aPassMayNotStartWithinAnother() {
        Batch batch = TinyNetworks.batch(TinyFamily.WIDE.spec(), COUNT, 1);
        List<Instance> instances = TinyFamily.WIDE.instances();
        try (GraphNetwork network = network(TinyFamily.WIDE)) {
            assertThatThrownBy(() -> network.batchStatistics(
                            batch.images(),
                            COUNT,
                            instances,
                            (instance, layers) ->
                                    network.batchStatistics(batch.images(), COUNT, instances, (other, more) -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a shared pass is under way in this thread");
            // and nothing is left open
            assertThat(statistics(network, batch, instances)).hasSameSizeAs(instances);
        }
    }
}
