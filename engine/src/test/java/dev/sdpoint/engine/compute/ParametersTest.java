package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.WideResNet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private static final NamedWeights INITIAL = Parameters.initial(new WideResNet(16, 4, 100, 32).plan(), 3);

    @ParameterizedTest
    @CsvSource({
        // variance 2 / (k² · out), He et al., fan-out
        "block4-conv1/weights, 147456, 0.0017361111",
        "block5-shortcut/weights, 32768, 0.0078125",
        // variance 1 / in
        "classifier/weights, 25600, 0.00390625",
    })
    void drawsNormalWeightsWithTheVarianceOfTheirFan(String name, int length, double variance) {
        float[] values = INITIAL.get(name, length);
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
            beyondTwo += Math.abs(value) > 2 * Math.sqrt(variance) ? 1 : 0;
        }
        double tolerance = 5 / Math.sqrt(length);
        assertThat(sum / length).isCloseTo(0, within(Math.sqrt(variance) * tolerance));
        assertThat(squares / length).isCloseTo(variance, within(variance * Math.sqrt(2) * tolerance));
        assertThat((double) beyondTwo / length).isCloseTo(0.0455, within(0.21 * tolerance));
    }

    @Test
    void startsScalesAtOneAndShiftsAtZero() {
        assertThat(INITIAL.get("norm/scale", 256)).containsOnly(1);
        assertThat(INITIAL.get("norm/shift", 256)).containsOnly(0);
        assertThat(INITIAL.get("norm/runningMean", 256)).containsOnly(0);
        assertThat(INITIAL.get("norm/runningVariance", 256)).containsOnly(1);
        assertThat(INITIAL.get("classifier/bias", 100)).containsOnly(0);
    }

    @Test
    void seedKeepsItsWeights() {
        // recorded: the same recipe is to give the same weights in every later version
        NamedWeights weights = Parameters.initial(new WideResNet(10, 1, 10, 32).plan(), 20_250_101L);
        assertThat(Arrays.copyOf(weights.get("conv0/weights", 432), 4))
                .containsExactly(new float[] {-0.10410114f, -0.09450525f, 0.19167055f, -0.054398358f}, within(1e-7f));
        assertThat(Arrays.copyOf(weights.get("classifier/weights", 640), 2))
                .containsExactly(new float[] {-0.08170306f, -0.22750735f}, within(1e-7f));
    }

    @Test
    void layersAndSeedsDrawDifferently() {
        WideResNet network = new WideResNet(10, 1, 10, 32);
        float[] first = Parameters.initial(network.plan(), 1).get("block1-conv1/weights", 2304);
        assertThat(Parameters.initial(network.plan(), 1).get("block1-conv2/weights", 2304))
                .isNotEqualTo(first);
        assertThat(Parameters.initial(network.plan(), 2).get("block1-conv1/weights", 2304))
                .isNotEqualTo(first);
    }

    @Test
    void graphHoldsWhatWasWrittenIntoIt() {
        NamedWeights written = TinyNetworks.weights(8);
        try (GraphNetwork network =
                new GraphNetwork(TinyNetworks.SPEC, TinyNetworks.optimization(0, 0), written, GraphOptions.FAST)) {
            NamedWeights read = network.weights();
            assertThat(read.arrays().keySet()).isEqualTo(written.arrays().keySet());
            written.arrays()
                    .forEach((name, values) ->
                            assertThat(read.get(name, values.length)).as(name).containsExactly(values));
        }
    }
}
