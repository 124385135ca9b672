package dev.sdpoint.benchmarks;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.training.Optimization;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network's parameters as libtorch tensors, by the names of {@link NamedWeights}, and how they learn: Nesterov momentum, with
 * weight decay on convolution and classifier weights, as {@code torch.optim.SGD} and this program do it.
 */
final class LibtorchParameters {
    private final NetworkPlan plan;
    private final MemoryLayout layout;
    private final NDManager manager;
    private final Map<String, PtNDArray> values = new LinkedHashMap<>();
    private final Map<String, PtNDArray> velocities = new LinkedHashMap<>();
    private final PtNDArray momentum;
    private final PtNDArray decay;

    /** @param manager closes the tensors */
    LibtorchParameters(
            NetworkPlan plan, NamedWeights weights, Optimization optimization, MemoryLayout layout, NDManager manager) {
        this.plan = plan;
        this.layout = layout;
        this.manager = manager;
        this.momentum = (PtNDArray) manager.create((float) optimization.momentum());
        this.decay = (PtNDArray) manager.create((float) optimization.weightDecay());
        NamedWeights.expected(plan).forEach((name, length) -> values.put(name, vector(weights.get(name, length))));
        for (LayerSpec layer : plan.layers()) {
            String name = layer.name() + "/weights";
            if (layer instanceof LayerSpec.Convolution c) {
                values.put(name, kernel(c, weights.get(name, c.weights())));
            } else if (layer instanceof LayerSpec.Classifier c) {
                float[] matrix = weights.get(name, (long) c.inChannels() * c.outChannels());
                float[] transposed = MemoryLayout.swapped(matrix, 1, c.inChannels(), c.outChannels());
                values.put(name, (PtNDArray) manager.create(transposed, new Shape(c.outChannels(), c.inChannels())));
            }
        }
        values.forEach((name, value) -> {
            if (learned(name)) {
                PtNDArray velocity = value.mul(decay);
                velocity.subi(velocity);
                velocities.put(name, velocity); // in the memory order of the parameter
            }
        });
    }

    private PtNDArray vector(float[] numbers) {
        return (PtNDArray) manager.create(numbers);
    }

    private PtNDArray kernel(LayerSpec.Convolution c, float[] weights) {
        int in = c.inChannels() / c.groups();
        if (layout == MemoryLayout.CHANNELS_FIRST) {
            return (PtNDArray) manager.create(weights, new Shape(c.outChannels(), in, c.kernel(), c.kernel()));
        }
        float[] last = MemoryLayout.channelsLast(weights, c.outChannels(), in, c.kernel(), c.kernel());
        PtNDArray stored = (PtNDArray) manager.create(last, new Shape(c.outChannels(), c.kernel(), c.kernel(), in));
        return stored.transpose(0, 3, 1, 2);
    }

    /** Whether steps change a parameter along a gradient; the others are running averages. */
    static boolean learned(String name) {
        return !name.endsWith("/runningMean") && !name.endsWith("/runningVariance");
    }

    /** The tensors themselves. */
    Map<String, PtNDArray> values() {
        return values;
    }

    /**
     * The tensors as leaves of a new graph of gradients, in the same memory.
     *
     * @param pass closes them
     */
    Map<String, PtNDArray> leaves(NDManager pass) {
        Map<String, PtNDArray> leaves = new LinkedHashMap<>(values);
        leaves.replaceAll((name, value) -> {
            if (!learned(name)) {
                return value;
            }
            PtNDArray leaf = JniUtils.detachGradient(value);
            leaf.attach(pass);
            leaf.setRequiresGradient(true);
            return leaf;
        });
        return leaves;
    }

    /**
     * One step along the gradients that the leaves have received: {@code g ← g + decay · p}, {@code v ← momentum · v + g}, {@code
     * p ← p − rate · (g + momentum · v)}; kept is {@code momentum · v}, which saves an operation.
     */
    void learn(Map<String, PtNDArray> leaves, PtNDArray rate) {
        velocities.forEach((name, velocity) -> {
            PtNDArray value = value(values, name);
            try (PtNDArray gradient = JniUtils.getGradient(value(leaves, name))) {
                if (name.endsWith("/weights")) {
                    try (PtNDArray decayed = value.mul(decay)) {
                        gradient.addi(decayed);
                    }
                }
                velocity.addi(gradient);
                velocity.muli(momentum);
                gradient.addi(velocity);
                gradient.muli(rate);
                value.subi(gradient);
            }
        });
    }

    private static PtNDArray value(Map<String, PtNDArray> tensors, String name) {
        PtNDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the network has no parameter " + name);
        }
        return tensor;
    }

    /** A copy of all parameters. */
    NamedWeights read() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        values.forEach((name, value) -> arrays.put(name, value.toFloatArray()));
        for (LayerSpec layer : plan.layers()) {
            if (layer instanceof LayerSpec.Classifier c) {
                arrays.computeIfPresent(
                        c.name() + "/weights",
                        (name, matrix) -> MemoryLayout.swapped(matrix, 1, c.outChannels(), c.inChannels()));
            }
        }
        return new NamedWeights(arrays);
    }
}
