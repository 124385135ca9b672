package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each parameter of a plan lies in {@code weights.f32}: by name, one after another. A file lists the same index, so that
 * other programs can read it; this program computes it and refuses a file that says otherwise.
 *
 * @param slices in the order of the file
 * @param values floats in all
 */
record WeightIndex(List<Slice> slices, long values) {
    /**
     * One parameter.
     *
     * @param name as in {@link NamedWeights}
     * @param shape row-major
     * @param offset of the first value, in values
     * @param length number of values
     */
    record Slice(String name, List<Integer> shape, long offset, long length) {}

    static WeightIndex of(NetworkPlan plan) {
        Map<String, List<Integer>> shapes = shapes(plan);
        List<Slice> slices = new ArrayList<>();
        long offset = 0;
        for (Map.Entry<String, Long> parameter : NamedWeights.expected(plan).entrySet()) {
            List<Integer> shape = shapes.getOrDefault(parameter.getKey(), List.of());
            long length = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
            if (length != parameter.getValue()) {
                throw new IllegalStateException(
                        parameter.getKey() + " has " + parameter.getValue() + " values, not " + shape);
            }
            slices.add(new Slice(parameter.getKey(), shape, offset, length));
            offset += length;
        }
        return new WeightIndex(List.copyOf(slices), offset);
    }

    private static Map<String, List<Integer>> shapes(NetworkPlan plan) {
        Map<String, List<Integer>> shapes = new TreeMap<>();
        for (LayerSpec layer : plan.layers()) {
            if (layer instanceof LayerSpec.Convolution c) {
                shapes.put(
                        c.name() + "/weights",
                        List.of(c.outChannels(), c.inChannels() / c.groups(), c.kernel(), c.kernel()));
            } else if (layer instanceof LayerSpec.Classifier c) {
                shapes.put(c.name() + "/weights", List.of(c.inChannels(), c.outChannels()));
                shapes.put(c.name() + "/bias", List.of(c.outChannels()));
            } else if (layer instanceof LayerSpec.BatchNorm n) {
                for (String part : List.of("scale", "shift", "runningMean", "runningVariance")) {
                    shapes.put(n.name() + "/" + part, List.of(n.outChannels()));
                }
            }
        }
        return shapes;
    }

    void describe(ArrayNode list) {
        for (Slice slice : slices) {
            ArrayNode shape = list.addObject()
                    .put("name", slice.name())
                    .put("offset", slice.offset())
                    .putArray("shape");
            slice.shape().forEach(shape::add);
        }
    }

    /** Throws IllegalArgumentException if a file's index is another. */
    void requireSame(List<Fields> list) {
        Map<String, Fields> found = new LinkedHashMap<>();
        for (Fields item : list) {
            if (found.put(item.text("name"), item) != null) {
                throw new IllegalArgumentException("it lists the parameter " + item.text("name") + " twice");
            }
        }
        for (Slice slice : slices) {
            Fields item = found.remove(slice.name());
            if (item == null) {
                throw new IllegalArgumentException("it lacks the parameter " + slice.name());
            }
            List<Double> shape =
                    slice.shape().stream().map(Integer::doubleValue).toList();
            if (!item.numbers("shape").equals(shape)) {
                throw new IllegalArgumentException("its parameter " + slice.name() + " has another shape than "
                        + slice.shape() + ", which the network needs");
            }
            if (item.whole("offset") != slice.offset()) {
                throw new IllegalArgumentException(
                        "its parameter " + slice.name() + " does not begin at value " + slice.offset());
            }
        }
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("it has a parameter that the network does not know: "
                    + found.keySet().iterator().next());
        }
    }

    byte[] encode(NamedWeights weights) {
        float[] all = new float[Math.toIntExact(values)];
        for (Slice slice : slices) {
            float[] array = weights.get(slice.name(), slice.length());
            System.arraycopy(array, 0, all, Math.toIntExact(slice.offset()), array.length);
        }
        return FloatArrays.toBytes(all);
    }

    /** The parameters in bytes whose length was found right. */
    NamedWeights decode(byte[] bytes) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Slice slice : slices) {
            arrays.put(slice.name(), FloatArrays.fromBytes(bytes, slice.offset(), Math.toIntExact(slice.length())));
        }
        return new NamedWeights(arrays);
    }
}
