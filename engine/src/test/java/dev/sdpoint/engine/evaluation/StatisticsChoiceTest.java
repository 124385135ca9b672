package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatisticsChoiceTest {
    private static final NetworkSpec NETWORK = NetworkNames.parse("wrn-10-1", 10, 32);
    private static final NetworkPlan PLAN = NETWORK.plan();
    private static final InstanceSpace SPACE = InstanceSpace.of(PLAN.points(), InstanceSpace.PAPER_RATIOS);

    /** Statistics whose every mean tells the instance: 10 times its place in the space. */
    private static StatisticsBank bank() {
        Map<Instance, Map<String, ChannelStatistics>> own = new LinkedHashMap<>();
        for (Instance instance : SPACE.instances()) {
            Map<String, ChannelStatistics> layers = new HashMap<>();
            PLAN.ownStatistics(instance)
                    .forEach(l -> layers.put(l.name(), constant(l.outChannels(), 10f * SPACE.indexOf(instance))));
            own.put(instance, layers);
        }
        Map<String, ChannelStatistics> full = own.getOrDefault(Instance.FULL, Map.of());
        own.remove(Instance.FULL);
        return new StatisticsBank(full, own);
    }

    private static NamedWeights weights() {
        Map<String, float[]> arrays = new HashMap<>();
        NamedWeights.expected(PLAN).forEach((name, length) -> {
            float[] values = new float[Math.toIntExact(length)];
            Arrays.fill(values, name.endsWith("/runningMean") ? 7 : 3);
            arrays.put(name, values);
        });
        return new NamedWeights(arrays);
    }

    private static ChannelStatistics constant(int channels, float mean) {
        float[] means = new float[channels];
        float[] variances = new float[channels];
        Arrays.fill(means, mean);
        Arrays.fill(variances, mean + 1);
        return new ChannelStatistics(means, variances);
    }

    @Test
    void instanceIsTheBankItself() {
        StatisticsBank bank = bank();
        assertThat(StatisticsChoice.INSTANCE.bank(PLAN, SPACE, weights(), bank)).isSameAs(bank);
    }

    @Test
    void uniformIsTheRunningAveragesEverywhere() {
        StatisticsBank uniform = StatisticsChoice.UNIFORM.bank(PLAN, SPACE, weights(), bank());

        for (Instance instance : SPACE.instances()) {
            assertThat(uniform.covers(instance)).isTrue();
            for (LayerSpec layer : PLAN.layers()) {
                if (layer instanceof LayerSpec.BatchNorm norm) {
                    ChannelStatistics found = uniform.of(instance, norm.name()).orElseThrow();
                    assertThat(found.mean()).hasSize(norm.outChannels()).containsOnly(7f);
                    assertThat(found.variance()).containsOnly(3f);
                }
            }
        }
    }

    @Test
    void noneIsTheFullNetworksEverywhere() {
        StatisticsBank none = StatisticsChoice.NONE.bank(PLAN, SPACE, weights(), bank());

        for (Instance instance : SPACE.instances()) {
            assertThat(none.covers(instance)).isTrue();
            assertThat(none.all(instance).values())
                    .allSatisfy(s -> assertThat(s.mean()).containsOnly(0f));
        }
        assertThat(none.own().keySet()).isEqualTo(bank().own().keySet());
    }

    @Test
    void missingRunningAveragesAreNamed() {
        assertThatThrownBy(() -> StatisticsChoice.UNIFORM.bank(PLAN, SPACE, new NamedWeights(Map.of()), bank()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("runningMean");
    }
}
