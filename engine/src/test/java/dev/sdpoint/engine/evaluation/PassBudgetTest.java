package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkPlan;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassBudgetTest {
    private static NetworkPlan plan(String name) {
        return NetworkNames.parse(name, OptionalInt.empty(), OptionalInt.empty())
                .plan();
    }

    @ParameterizedTest
    @CsvSource({
        "wrn-10-1, 100, 250",
        "wrn-16-2, 100, 250", // as before there was a budget: 2.65 MB an image
        "wrn-28-10, 33, 33", // 24.2 MB
        "densenet-bc-100-12, 22, 22", // 35.8 MB
        "preresnet-101, 5, 5" // 160 MB
    })
    void smallNetworksRunWholeBatchesAndLargeOnesWhatFits(String network, int evaluated, int calibrated) {
        assertThat(PassBudget.STANDARD.images(plan(network), 1, 100)).isEqualTo(evaluated);
        assertThat(PassBudget.STANDARD.images(plan(network), 2, 250)).isEqualTo(calibrated);
    }

    @Test
    void countsFourBytesAValue() {
        NetworkPlan plan = plan("wrn-10-1");
        long bytes = 4 * plan.activations();
        assertThat(new PassBudget(3 * bytes).images(plan, 1, 100)).isEqualTo(3);
        assertThat(new PassBudget(3 * bytes - 1).images(plan, 1, 100)).isEqualTo(2);
        assertThat(new PassBudget(1).images(plan, 1, 100)).isEqualTo(1);
        assertThat(new PassBudget(1).images(plan, 2, 100)).isEqualTo(2);
    }

    @Test
    void refusesToKeepNothing() {
        assertThatThrownBy(() -> new PassBudget(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pass cannot keep 0 bytes; at least 1");
    }
}
