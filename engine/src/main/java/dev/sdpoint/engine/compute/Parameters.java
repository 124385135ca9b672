package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Moves parameters between a graph and {@link NamedWeights}, and draws initial ones. */
final class Parameters {
    private static final Map<String, String> SUFFIXES = Map.of(
            "weights", "W",
            "bias", "b",
            "scale", "gamma",
            "shift", "beta",
            "runningMean", "mean",
            "runningVariance", "var");
    private static final long STREAM = 0x57E16475L;

    private Parameters() {}

    /** A copy of all parameters. */
    static NamedWeights read(ComputationGraph graph, NetworkPlan plan) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Long> entry : NamedWeights.expected(plan).entrySet()) {
            INDArray array = array(graph, entry.getKey());
            arrays.put(entry.getKey(), Contiguous.floats(array));
        }
        return new NamedWeights(arrays);
    }

    /**
     * Sets all parameters.
     *
     * @throws IllegalArgumentException if one is missing or has the wrong length
     */
    static void write(ComputationGraph graph, NetworkPlan plan, NamedWeights weights) {
        for (Map.Entry<String, Long> entry : NamedWeights.expected(plan).entrySet()) {
            float[] values = weights.get(entry.getKey(), entry.getValue());
            set(array(graph, entry.getKey()), values);
        }
    }

    /** Sets an array to values, row-major. */
    static void set(INDArray array, float[] values) {
        INDArray given = Nd4j.createFromArray(values);
        INDArray typed = given.castTo(array.dataType());
        array.assign(typed.reshape('c', array.shape()));
        if (typed != given) {
            NativeMemory.free(typed);
        }
        NativeMemory.free(given);
    }

    private static INDArray array(ComputationGraph graph, String name) {
        int slash = name.lastIndexOf('/');
        String suffix = SUFFIXES.get(name.substring(slash + 1));
        INDArray array = graph.paramTable().get(name.substring(0, slash) + "_" + suffix);
        if (array == null) {
            throw new IllegalStateException("the graph has no parameter for " + name);
        }
        return array;
    }

    /**
     * Initial parameters: convolutions normal with variance {@code 2 / (k² · out / groups)} (He et al., ICCV 2015, fan-out),
     * classifier normal with variance {@code 1 / in}, scales 1, all else 0.
     */
    static NamedWeights initial(NetworkPlan plan, long seed) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        NamedWeights.expected(plan).forEach((name, length) -> arrays.put(name, new float[length.intValue()]));
        long position = 0;
        for (LayerSpec layer : plan.layers()) {
            SplitMix64 random = SplitMix64.at(seed, STREAM, position++);
            if (layer instanceof LayerSpec.Convolution c) {
                double fanOut = (double) c.kernel() * c.kernel() * c.outChannels() / c.groups();
                fillNormal(of(arrays, layer, "weights"), Math.sqrt(2 / fanOut), random);
            } else if (layer instanceof LayerSpec.Classifier c) {
                fillNormal(of(arrays, layer, "weights"), Math.sqrt(1.0 / c.inChannels()), random);
            } else if (layer instanceof LayerSpec.BatchNorm) {
                Arrays.fill(of(arrays, layer, "scale"), 1);
                Arrays.fill(of(arrays, layer, "runningVariance"), 1);
            }
        }
        return new NamedWeights(arrays);
    }

    private static float[] of(Map<String, float[]> arrays, LayerSpec layer, String part) {
        return arrays.getOrDefault(layer.name() + "/" + part, new float[0]);
    }

    /** Box–Muller. */
    private static void fillNormal(float[] target, double deviation, SplitMix64 random) {
        for (int i = 0; i < target.length; i++) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            target[i] = (float) (deviation * radius * Math.cos(2 * Math.PI * random.nextDouble()));
        }
    }
}
