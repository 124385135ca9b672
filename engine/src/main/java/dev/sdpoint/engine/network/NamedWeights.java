package dev.sdpoint.engine.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameters by name, independent of any engine: {@code LAYER/weights} of a convolution {@code [out][in][kernel][kernel]} or
 * a classifier {@code [in][classes]}, {@code LAYER/bias}, {@code LAYER/scale}, {@code LAYER/shift}, and the running averages
 * {@code LAYER/runningMean}, {@code LAYER/runningVariance} of training. Values are row-major. The arrays are shared with the
 * caller and must not be changed.
 */
public record NamedWeights(Map<String, float[]> arrays) {
    public NamedWeights {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /**
     * The array of a name.
     *
     * @throws IllegalArgumentException if it is missing or has another length
     */
    public float[] get(String name, long length) {
        float[] array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("the weights lack " + name);
        }
        if (array.length != length) {
            throw new IllegalArgumentException(name + " has " + array.length + " values; the network needs " + length);
        }
        return array;
    }

    /** Names and lengths that a plan needs, sorted by name. */
    public static Map<String, Long> expected(NetworkPlan plan) {
        Map<String, Long> lengths = new TreeMap<>();
        for (LayerSpec layer : plan.layers()) {
            if (layer instanceof LayerSpec.Convolution c) {
                lengths.put(c.name() + "/weights", c.weights());
            } else if (layer instanceof LayerSpec.BatchNorm n) {
                for (String part : new String[] {"scale", "shift", "runningMean", "runningVariance"}) {
                    lengths.put(n.name() + "/" + part, (long) n.outChannels());
                }
            } else if (layer instanceof LayerSpec.Classifier c) {
                lengths.put(c.name() + "/weights", (long) c.inChannels() * c.outChannels());
                lengths.put(c.name() + "/bias", (long) c.outChannels());
            }
        }
        return lengths;
    }
}
