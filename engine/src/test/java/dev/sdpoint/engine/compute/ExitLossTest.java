package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork.StepResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The joint loss of a network with exits, by hand: the gradient of a classifier is its weight times (p − y). */
class ExitLossTest {
    private static final NetworkSpec SPEC = TinyFamily.EXITS.spec();
    private static final int[] LABELS = {0, 0, 0, 0, 1, 1, 2, 2};

    static Stream<GraphOptions> options() {
        return Stream.of(GraphOptions.FAST, TinyNetworks.PORTABLE, new GraphOptions(DataType.DOUBLE, true, true));
    }

    /** Classifiers that know nothing: every class has probability 1/4. */
    private static NamedWeights ignorant(List<String> classifiers) {
        Map<String, float[]> arrays =
                new TreeMap<>(TinyNetworks.weights(SPEC, 7).arrays());
        for (String classifier : classifiers) {
            arrays.computeIfPresent(classifier + "/weights", (name, values) -> new float[values.length]);
            arrays.computeIfPresent(classifier + "/bias", (name, values) -> new float[values.length]);
        }
        return new NamedWeights(arrays);
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyClassifierLearnsFromItsOwnErrorTimesItsWeight(GraphOptions options) {
        List<String> classifiers = SPEC.plan().layers().stream()
                .filter(LayerSpec.Classifier.class::isInstance)
                .map(LayerSpec::name)
                .toList();
        assertThat(classifiers).hasSize(3);
        Batch noise = TinyNetworks.batch(SPEC, LABELS.length, 5);
        Batch batch = new Batch(noise.images(), LABELS, SPEC.side());
        try (GraphNetwork network =
                new GraphNetwork(SPEC, TinyNetworks.optimization(0, 0), ignorant(classifiers), options)) {
            StepResult result = network.step(batch, Instance.FULL, 1);
            // the main classifier's alone, unweighted; equal guesses count as the first class
            assertThat(result.loss()).isCloseTo(Math.log(4), within(1e-6));
            assertThat(result.wrong()).isEqualTo(4);
            NamedWeights after = network.weights();
            for (String classifier : classifiers) {
                float weight = classifier.startsWith("exit") ? 0.3f : 1;
                // shares of the labels are 1/2, 1/4, 1/4, 0; each less 1/4
                float[] expected = {0.25f * weight, 0, 0, -0.25f * weight};
                assertThat(after.get(classifier + "/bias", 4)).as(classifier).containsExactly(expected, within(1e-6f));
                float[] weights = after.get(
                        classifier + "/weights", ((LayerSpec.Classifier) layer(classifier)).inChannels() * 4L);
                assertThat(Arrays.equals(weights, new float[weights.length])).isFalse();
            }
        }
    }

    private static LayerSpec layer(String name) {
        return SPEC.plan().layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
