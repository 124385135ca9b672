package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedWeightsTest {
    private final NamedWeights weights = new NamedWeights(Map.of("conv0/weights", new float[] {1, 2, 3}));

    @Test
    void givesTheArrayOfAName() {
        assertThat(weights.get("conv0/weights", 3)).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhichArrayIsMissing() {
        assertThatThrownBy(() -> weights.get("norm/scale", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the weights lack norm/scale");
    }

    @Test
    void saysWhichArrayHasTheWrongLength() {
        assertThatThrownBy(() -> weights.get("conv0/weights", 432))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("conv0/weights has 3 values; the network needs 432");
    }
}
