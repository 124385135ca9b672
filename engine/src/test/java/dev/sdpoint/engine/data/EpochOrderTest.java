package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
    @Test
    void visitsEveryImageOnce() {
        int[] order = EpochOrder.of(1000, 1, 0);
        assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
        Arrays.sort(order);
        assertThat(order).containsExactly(IntStream.range(0, 1000).toArray());
    }

    @Test
    void differsByEpochAndBySeed() {
        int[] order = EpochOrder.of(100, 1, 0);
        assertThat(EpochOrder.of(100, 1, 1)).isNotEqualTo(order);
        assertThat(EpochOrder.of(100, 2, 0)).isNotEqualTo(order);
        assertThat(EpochOrder.of(100, 1, 0)).isEqualTo(order);
    }

    @Test
    void isTheSameOnEveryMachineAndInEveryVersion() {
        // Changing this order would make resumed runs see other batches than the ones they were stopped in.
        assertThat(EpochOrder.of(8, 2024, 3)).containsExactly(3, 2, 0, 4, 6, 5, 1, 7);
    }

    @Test
    void everyOrderIsEquallyLikely() {
        Map<String, Integer> seen = new HashMap<>();
        for (int epoch = 0; epoch < 6000; epoch++) {
            seen.merge(Arrays.toString(EpochOrder.of(3, 9, epoch)), 1, Integer::sum);
        }
        assertThat(seen).hasSize(6);
        // 1,000 expected each with a deviation of 29
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    @Test
    void nothingHasAnEmptyOrder() {
        assertThat(EpochOrder.of(0, 1, 0)).isEmpty();
    }

    @Test
    void rejectsNegativeEpoch() {
        assertThatThrownBy(() -> EpochOrder.of(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
