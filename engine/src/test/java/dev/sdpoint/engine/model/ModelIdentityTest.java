package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.WideResNet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelIdentityTest {
    private static final WideResNet NETWORK = new WideResNet(10, 1, 10, 32);
    private static final SdpModel MODEL = TestModels.of(NETWORK, List.of(0.5), 1);

    @Test
    void isThatOfTheContentAlone() {
        assertThat(ModelIdentity.of(MODEL))
                .matches("[0-9a-f]{64}")
                .isEqualTo(ModelIdentity.of(TestModels.of(NETWORK, List.of(0.5), 1)));
    }

    @Test
    void changesWithOneWeight() {
        SdpModel changed = TestModels.withWeights(MODEL, weights -> {
            HashMap<String, float[]> copy = new HashMap<>(weights);
            float[] values =
                    Objects.requireNonNull(weights.get("conv0/weights")).clone();
            values[7] = Math.nextUp(values[7]);
            copy.put("conv0/weights", values);
            return copy;
        });
        assertThat(ModelIdentity.of(changed)).isNotEqualTo(ModelIdentity.of(MODEL));
    }

    @Test
    void changesWithTheInstances() {
        assertThat(ModelIdentity.of(TestModels.of(NETWORK, List.of(0.5, 0.75), 1)))
                .isNotEqualTo(ModelIdentity.of(MODEL));
    }
}
