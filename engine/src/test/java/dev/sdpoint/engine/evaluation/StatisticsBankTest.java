package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsBankTest {
    private static final Instance INSTANCE = Instance.of(1, 0.5);
    private static final ChannelStatistics BEFORE = statistics(1);
    private static final ChannelStatistics AFTER = statistics(2);
    private static final ChannelStatistics OWN = statistics(3);

    private final StatisticsBank bank =
            new StatisticsBank(Map.of("before", BEFORE, "after", AFTER), Map.of(INSTANCE, Map.of("after", OWN)));

    private static ChannelStatistics statistics(float mean) {
        return new ChannelStatistics(new float[] {mean}, new float[] {1});
    }

    @Test
    void fullResolutionHasItsOwnStatistics() {
        assertThat(bank.of(Instance.FULL, "before")).contains(BEFORE);
        assertThat(bank.of(Instance.FULL, "after")).contains(AFTER);
        assertThat(bank.all(Instance.FULL)).isEqualTo(Map.of("before", BEFORE, "after", AFTER));
    }

    @Test
    void downsampledInstanceSharesTheLayersBeforeItsPoint() {
        assertThat(bank.of(INSTANCE, "before")).contains(BEFORE);
        assertThat(bank.of(INSTANCE, "after")).contains(OWN);
        assertThat(bank.all(INSTANCE)).isEqualTo(Map.of("before", BEFORE, "after", OWN));
    }

    @Test
    void instanceThatWasNeverCalibratedHasNone() {
        assertThat(bank.of(Instance.of(2, 0.5), "before")).isEmpty();
        assertThat(bank.covers(Instance.of(2, 0.5))).isFalse();
        assertThat(bank.covers(INSTANCE)).isTrue();
        assertThat(bank.covers(Instance.FULL)).isTrue();
        assertThat(new StatisticsBank(Map.of(), Map.of()).covers(Instance.FULL)).isFalse();
    }

    @Test
    void unknownLayerHasNone() {
        assertThat(bank.of(Instance.FULL, "other")).isEmpty();
        assertThat(bank.of(INSTANCE, "other")).isEmpty();
    }

    @Test
    void laterChangesOfTheMapsDoNotReachIt() {
        Map<String, ChannelStatistics> full = new HashMap<>(Map.of("before", BEFORE));
        Map<Instance, Map<String, ChannelStatistics>> own = new HashMap<>();
        StatisticsBank copy = new StatisticsBank(full, own);
        full.put("after", AFTER);
        own.put(INSTANCE, Map.of());
        assertThat(copy.of(Instance.FULL, "after")).isEmpty();
        assertThat(copy.covers(INSTANCE)).isFalse();
    }

    @Test
    void statisticsCopyTheirArraysAndCompareByValue() {
        float[] mean = {1};
        ChannelStatistics one = new ChannelStatistics(mean, new float[] {1});
        mean[0] = 2;
        assertThat(one).isEqualTo(BEFORE).hasSameHashCodeAs(BEFORE).isNotEqualTo(AFTER);
    }

    @Test
    void rejectsMeansWithoutVariances() {
        assertThatThrownBy(() -> new ChannelStatistics(new float[2], new float[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 means do not go with 1 variances");
        assertThatThrownBy(() -> new ChannelStatistics(new float[0], new float[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
