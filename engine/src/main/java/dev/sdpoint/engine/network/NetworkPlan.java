package dev.sdpoint.engine.network;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers of a network in an order in which each reads only earlier ones. The last is the classifier.
 *
 * @param channels channels of the input image
 * @param side side of the input image
 * @param points number of downsampling points
 */
public record NetworkPlan(int channels, int side, int points, List<LayerSpec> layers) {
    /** Name by which layers read the image. */
    public static final String INPUT = "image";

    public NetworkPlan {
        layers = List.copyOf(layers);
        Set<String> seen = new HashSet<>(Set.of(INPUT));
        for (LayerSpec layer : layers) {
            if (!seen.containsAll(layer.inputs())) {
                throw new IllegalArgumentException(layer.name() + " reads " + layer.inputs() + " before they exist");
            }
            if (!seen.add(layer.name())) {
                throw new IllegalArgumentException("two layers are called " + layer.name());
            }
        }
    }

    /** Output side of every layer under an instance, by layer name; the image included. */
    public Map<String, Integer> sides(Instance instance) {
        Map<String, Integer> sides = new HashMap<>();
        sides.put(INPUT, side);
        for (LayerSpec layer : layers) {
            int in = sideOf(sides, layer.inputs().get(0));
            sides.put(layer.name(), outSide(layer, in, instance));
        }
        return sides;
    }

    private static int outSide(LayerSpec layer, int in, Instance instance) {
        if (layer instanceof LayerSpec.Convolution conv) {
            return conv.outSide(in);
        }
        if (layer instanceof LayerSpec.ResidualAdd add) {
            return add.point() == instance.point() ? Instance.pooledSide(in, instance.ratio()) : in;
        }
        if (layer instanceof LayerSpec.NormRelu) {
            return in;
        }
        return 1; // global pool and classifier
    }

    private static int sideOf(Map<String, Integer> sides, String layer) {
        Integer side = sides.get(layer);
        if (side == null) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        return side;
    }

    /** Number of learned parameters: convolution and classifier weights and biases, scales and shifts. */
    public long parameters() {
        long sum = 0;
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.Convolution c) {
                sum += (long) c.outChannels() * c.inChannels() * c.kernel() * c.kernel();
            } else if (layer instanceof LayerSpec.NormRelu n) {
                sum += 2L * n.outChannels();
            } else if (layer instanceof LayerSpec.Classifier c) {
                sum += (long) (c.inChannels() + 1) * c.outChannels();
            }
        }
        return sum;
    }
}
