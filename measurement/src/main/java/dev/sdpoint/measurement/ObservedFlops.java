package dev.sdpoint.measurement;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Floating-point operations for one image, counted from what another program had in its hands: the lengths of weights and the
 * shapes of maps. What the cost model says must be the same, or the two programs do not compute the same.
 */
public final class ObservedFlops {
    private ObservedFlops() {}

    /**
     * @param weights how many weights a convolution has
     * @param shapes of what every layer put out, {@code [image][channel][row][column]} or {@code [image][channel]}
     */
    public static long of(NetworkPlan plan, ToLongFunction<LayerSpec.Convolution> weights, Map<String, long[]> shapes) {
        long flops = 0;
        for (LayerSpec layer : plan.layers()) {
            long[] out = shape(shapes, layer.name());
            if (layer instanceof LayerSpec.Convolution c) {
                flops += 2L * positions(out) * weights.applyAsLong(c);
            } else if (layer instanceof LayerSpec.BatchNorm n) {
                flops += (n.relu() ? 3 : 2) * elements(out);
            } else if (layer instanceof LayerSpec.Relu) {
                flops += elements(out);
            } else if (layer instanceof LayerSpec.ResidualAdd a) {
                long[] sum = shape(shapes, a.left());
                flops += elements(sum) + (Arrays.equals(sum, out) ? 0 : pooling(sum, out));
            } else if (layer instanceof LayerSpec.GlobalAveragePool p) {
                flops += elements(shape(shapes, p.input()));
            } else if (layer instanceof LayerSpec.Classifier c) {
                flops += (2L * shape(shapes, c.input())[1] + 1) * out[1];
            }
        }
        return flops;
    }

    /** One for every input that a bin covers, of every bin. */
    private static long pooling(long[] in, long[] out) {
        double step = (double) in[2] / out[2];
        long covered = 0;
        for (int bin = 0; bin < out[2]; bin++) {
            covered += Math.round(Math.ceil((bin + 1) * step - 1e-9) - Math.floor(bin * step + 1e-9));
        }
        return covered * covered * out[1];
    }

    private static long positions(long[] map) {
        return map[2] * map[3];
    }

    private static long elements(long[] map) {
        return Arrays.stream(map, 1, map.length).reduce(1, Math::multiplyExact);
    }

    private static long[] shape(Map<String, long[]> shapes, String layer) {
        long[] shape = shapes.get(layer);
        if (shape == null) {
            throw new IllegalArgumentException("no shape of " + layer);
        }
        return shape;
    }
}
