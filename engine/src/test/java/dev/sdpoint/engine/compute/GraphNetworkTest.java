package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instances are arguments: none leaves a trace, all share the same parameters, and shared passes change no answer. */
class GraphNetworkTest {
    private static final int COUNT = 5;
    private static final Batch BATCH = TinyNetworks.batch(COUNT, 31);

    /** Rows are summed before or after the two streams. */
    private static final Offset<Float> SUM_IN_ANOTHER_ORDER = within(1e-6f);

    private final GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4);
    private final StatisticsBank bank = TinyNetworks.bank(network);

    @AfterEach
    void close() {
        network.close();
    }

    private float[] probabilities(ExecutableNetwork of, Instance instance) {
        return of.probabilities(BATCH.images(), COUNT, instance, bank);
    }

    private Map<Instance, float[]> sweep(List<Instance> instances) {
        Map<Instance, float[]> answers = new LinkedHashMap<>();
        network.sweep(BATCH.images(), COUNT, instances, bank, (instance, answer, nanos) -> {
            assertThat(nanos).isPositive();
            answers.put(instance, answer);
        });
        return answers;
    }

    @Test
    void sweepAnswersAsInstancesAskedOneByOne() {
        Map<Instance, float[]> answers = sweep(TinyNetworks.INSTANCES);
        assertThat(answers.keySet()).containsExactlyElementsOf(TinyNetworks.INSTANCES);
        answers.forEach((instance, answer) -> assertThat(answer)
                .as(instance.label())
                .containsExactly(probabilities(network, instance), SUM_IN_ANOTHER_ORDER));
    }

    @Test
    void instancesAnswerDifferently() {
        List<float[]> answers = new ArrayList<>(sweep(TinyNetworks.INSTANCES).values());
        for (int i = 0; i < answers.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(answers.get(i)).isNotEqualTo(answers.get(j));
            }
        }
    }

    @Test
    void sweepOfSomeInstancesAnswersThemAlone() {
        Instance instance = Instance.of(2, 0.5);
        Map<Instance, float[]> answers = sweep(List.of(instance));
        assertThat(answers.keySet()).containsExactly(instance);
        assertThat(answers.get(instance)).containsExactly(probabilities(network, instance), SUM_IN_ANOTHER_ORDER);
    }

    @Test
    void rowsSumToOne() {
        sweep(TinyNetworks.INSTANCES).values().forEach(answer -> {
            for (int i = 0; i < COUNT; i++) {
                float sum = answer[4 * i] + answer[4 * i + 1] + answer[4 * i + 2] + answer[4 * i + 3];
                assertThat(sum).isBetween(0.99999f, 1.00001f);
            }
        });
    }

    @Test
    void answersForAnImageDoNotDependOnItsBatch() {
        float[] one = Arrays.copyOf(BATCH.images(), BATCH.images().length / COUNT);
        for (Instance instance : List.of(Instance.FULL, Instance.of(1, 0.75))) {
            float[] alone = network.probabilities(one, 1, instance, bank);
            assertThat(alone).hasSize(4);
            float[] together = Arrays.copyOf(probabilities(network, instance), 4);
            assertThat(alone).containsExactly(together, SUM_IN_ANOTHER_ORDER);
        }
    }

    @Test
    void stepLeavesNoInstanceBehind() {
        network.step(BATCH, Instance.of(1, 0.5), 0.1);
        float[] answer = probabilities(network, Instance.FULL);
        try (ExecutableNetwork fresh = new Dl4jCompute().load(TinyNetworks.SPEC, network.weights())) {
            assertThat(answer).containsExactly(probabilities(fresh, Instance.FULL));
        }
    }

    @Test
    void failedPassLeavesNoInstanceBehind() {
        Instance broken = Instance.of(1, 0.5);
        Map<String, ChannelStatistics> full = new HashMap<>(bank.full());
        full.remove("norm");
        StatisticsBank damaged = new StatisticsBank(full, Map.of(broken, Map.of()));
        assertThatThrownBy(() -> network.probabilities(BATCH.images(), COUNT, broken, damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the model has no statistics of norm for after block 1 · ×0.5");
        try (ExecutableNetwork fresh = TinyNetworks.network(GraphOptions.FAST)) {
            assertThat(probabilities(network, Instance.FULL)).containsExactly(probabilities(fresh, Instance.FULL));
            assertThat(sweep(TinyNetworks.INSTANCES)).hasSize(7);
        }
    }

    @Test
    void sweepBetweenTwoStepsDoesNotDisturbLearning() {
        try (GraphNetwork undisturbed = TinyNetworks.network(GraphOptions.FAST, 0.9, 5e-4)) {
            for (int i = 0; i < 2; i++) {
                Instance instance = Instance.of(1 + i, 0.75);
                undisturbed.step(BATCH, instance, 0.1);
                network.step(BATCH, instance, 0.1);
                sweep(TinyNetworks.INSTANCES);
                TinyNetworks.bank(network);
            }
            assertSame(network.weights(), undisturbed.weights());
        }
    }

    private static void assertSame(NamedWeights found, NamedWeights expected) {
        assertThat(found.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        expected.arrays()
                .forEach((name, values) ->
                        assertThat(found.get(name, values.length)).as(name).containsExactly(values));
    }

    @Test
    void collectingStatisticsChangesNoWeightsAndNoRunningAverages() {
        network.step(BATCH, Instance.of(2, 0.5), 0.1);
        NamedWeights before = network.weights();
        float[] momentum = network.updaterState();
        TinyNetworks.bank(network);
        assertSame(network.weights(), before);
        assertThat(network.updaterState()).containsExactly(momentum);
    }

    @Test
    void statisticsOfAnInstanceDoNotDependOnTheOthers() {
        Map<Instance, Map<String, ChannelStatistics>> together = statistics(TinyNetworks.INSTANCES);
        List<Instance> backwards = new ArrayList<>(TinyNetworks.INSTANCES);
        Collections.reverse(backwards);
        assertThat(statistics(backwards)).isEqualTo(together);
        for (Instance instance : TinyNetworks.INSTANCES) {
            assertThat(statistics(List.of(instance)))
                    .isEqualTo(Map.of(instance, together.getOrDefault(instance, Map.of())));
        }
    }

    private Map<Instance, Map<String, ChannelStatistics>> statistics(List<Instance> instances) {
        Map<Instance, Map<String, ChannelStatistics>> found = new HashMap<>();
        network.batchStatistics(BATCH.images(), COUNT, instances, found::put);
        return found;
    }

    @Test
    void layersBeforeAPointTakeTheStatisticsOfFullResolution() {
        Instance instance = Instance.of(2, 0.75);
        Map<String, ChannelStatistics> shared = new HashMap<>(bank.full());
        shared.putAll(bank.own().getOrDefault(instance, Map.of()));
        StatisticsBank unshared = new StatisticsBank(bank.full(), Map.of(instance, shared));
        assertThat(network.probabilities(BATCH.images(), COUNT, instance, unshared))
                .containsExactly(probabilities(network, instance));
    }

    @Test
    void everyInstanceUsesTheSameParameters() {
        for (Instance instance : TinyNetworks.INSTANCES) {
            network.step(BATCH, instance, 0.01);
            Map<String, Long> lengths = new TreeMap<>();
            network.weights().arrays().forEach((name, values) -> lengths.put(name, (long) values.length));
            assertThat(lengths).as(instance.label()).isEqualTo(NamedWeights.expected(TinyNetworks.SPEC.plan()));
        }
        long momenta = network.updaterState().length;
        assertThat(momenta).isEqualTo(TinyNetworks.SPEC.plan().parameters());
    }

    @Test
    void loadedWeightsGiveTheSameAnswers() {
        network.step(BATCH, Instance.of(3, 0.75), 0.1);
        NamedWeights weights = network.weights();
        try (ExecutableNetwork loaded = new Dl4jCompute().load(TinyNetworks.SPEC, weights)) {
            assertSame(loaded.weights(), weights);
            for (Instance instance : TinyNetworks.INSTANCES) {
                assertThat(probabilities(loaded, instance)).containsExactly(probabilities(network, instance));
            }
        }
    }

    @Test
    void weightsAreACopy() {
        NamedWeights before = network.weights();
        float first = before.get("conv0/weights", 432)[0];
        network.step(BATCH, Instance.FULL, 0.1);
        assertThat(before.get("conv0/weights", 432)[0]).isEqualTo(first);
        assertThat(network.weights().get("conv0/weights", 432)[0]).isNotEqualTo(first);
    }

    @Test
    void refusesInstancesThatWereNeverCalibrated() {
        StatisticsBank fullOnly = new StatisticsBank(bank.full(), Map.of());
        Instance instance = Instance.of(1, 0.75);
        String sentence = "the model has no batch-norm statistics for after block 1 · ×0.75; calibrate it first";
        assertThatThrownBy(() -> network.probabilities(BATCH.images(), COUNT, instance, fullOnly))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> network.sweep(
                        BATCH.images(), COUNT, TinyNetworks.INSTANCES, fullOnly, (i, answer, nanos) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calibrate it first");
        StatisticsBank empty = new StatisticsBank(Map.of(), Map.of());
        assertThatThrownBy(() -> network.probabilities(BATCH.images(), COUNT, Instance.FULL, empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("full resolution; calibrate it first");
    }

    @Test
    void refusesPointsThatTheNetworkLacks() {
        Instance foreign = Instance.of(4, 0.5);
        String sentence = "point 4 does not exist: the network has points 1 … 3";
        assertThatThrownBy(() -> network.step(BATCH, foreign, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> network.probabilities(BATCH.images(), COUNT, foreign, bank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() ->
                        network.batchStatistics(BATCH.images(), COUNT, List.of(foreign), (instance, layers) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> network.step(BATCH, new Instance.EarlyExit(1), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exit 1 does not exist: the network has 0 early exits");
    }

    @Test
    void refusesImagesOfAnotherSize() {
        assertThatThrownBy(() -> network.probabilities(new float[100], 1, Instance.FULL, bank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 images of side 16 are 768 values, not 100");
        assertThatThrownBy(() -> network.probabilities(new float[0], 0, Instance.FULL, bank))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWeightsOfAnotherNetwork() {
        NamedWeights wider = Parameters.initial(new WideResNet(10, 2, 4, 16).plan(), 1);
        assertThatThrownBy(() -> new Dl4jCompute().load(TinyNetworks.SPEC, wider))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values; the network needs");
        assertThatThrownBy(() -> network.restore(network.weights(), new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the momentum has 3 values");
    }
}
