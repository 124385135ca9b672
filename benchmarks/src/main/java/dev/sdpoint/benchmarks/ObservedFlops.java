package dev.sdpoint.benchmarks;

import ai.djl.ndarray.types.Shape;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import java.util.Map;

/**
 * Floating-point operations for one image, counted from what libtorch had in its hands: the lengths of weights and the shapes
 * of maps. What the cost model says must be the same, or the two programs do not compute the same.
 */
final class ObservedFlops {
    private ObservedFlops() {}

    /** @param shapes of what every layer put out, {@code [image][channel][row][column]} or {@code [image][channel]} */
    static long of(NetworkPlan plan, NamedWeights weights, Map<String, Shape> shapes) {
        long flops = 0;
        for (LayerSpec layer : plan.layers()) {
            Shape out = shape(shapes, layer.name());
            if (layer instanceof LayerSpec.Convolution c) {
                flops += 2L * positions(out) * weights.get(c.name() + "/weights", c.weights()).length;
            } else if (layer instanceof LayerSpec.BatchNorm n) {
                flops += (n.relu() ? 3 : 2) * elements(out);
            } else if (layer instanceof LayerSpec.Relu) {
                flops += elements(out);
            } else if (layer instanceof LayerSpec.ResidualAdd a) {
                Shape sum = shape(shapes, a.left());
                flops += elements(sum) + (sum.equals(out) ? 0 : pooling(sum, out));
            } else if (layer instanceof LayerSpec.GlobalAveragePool p) {
                flops += elements(shape(shapes, p.input()));
            } else if (layer instanceof LayerSpec.Classifier c) {
                flops += (2L * shape(shapes, c.input()).get(1) + 1) * out.get(1);
            }
        }
        return flops;
    }

    /** One for every input that a bin covers, of every bin. */
    private static long pooling(Shape in, Shape out) {
        double step = (double) in.get(2) / out.get(2);
        long covered = 0;
        for (int bin = 0; bin < out.get(2); bin++) {
            covered += Math.round(Math.ceil((bin + 1) * step - 1e-9) - Math.floor(bin * step + 1e-9));
        }
        return covered * covered * out.get(1);
    }

    private static long positions(Shape map) {
        return map.get(2) * map.get(3);
    }

    private static long elements(Shape map) {
        return map.size() / map.get(0);
    }

    private static Shape shape(Map<String, Shape> shapes, String layer) {
        Shape shape = shapes.get(layer);
        if (shape == null) {
            throw new IllegalArgumentException("no shape of " + layer);
        }
        return shape;
    }
}
