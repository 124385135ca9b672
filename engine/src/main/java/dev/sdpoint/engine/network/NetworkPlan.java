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
 * @param layers all layers, those of early exits included
 * @param exits names of the classifiers of early exits, in the order of the network; empty for ordinary networks
 */
public record NetworkPlan(int channels, int side, int points, List<LayerSpec> layers, List<String> exits) {
    /** Name by which layers read the image. */
    public static final String INPUT = "image";

    public NetworkPlan {
        layers = List.copyOf(layers);
        exits = List.copyOf(exits);
        Set<String> seen = new HashSet<>(Set.of(INPUT));
        for (LayerSpec layer : layers) {
            if (!seen.containsAll(layer.inputs())) {
                throw new IllegalArgumentException(layer.name() + " reads " + layer.inputs() + " before they exist");
            }
            if (!seen.add(layer.name())) {
                throw new IllegalArgumentException("two layers are called " + layer.name());
            }
        }
        if (!seen.containsAll(exits)) {
            throw new IllegalArgumentException("of the exits " + exits + " some are no layers");
        }
    }

    /** A network without early exits. */
    public NetworkPlan(int channels, int side, int points, List<LayerSpec> layers) {
        this(channels, side, points, layers, List.of());
    }

    /**
     * Refuses an instance that this network does not have.
     *
     * @throws IllegalArgumentException if its point or exit does not exist
     */
    public void require(Instance instance) {
        if (instance instanceof Instance.EarlyExit exit && exit.exit() > exits.size()) {
            throw new IllegalArgumentException(
                    instance.label() + " does not exist: the network has " + exits.size() + " early exits");
        }
        if (instance instanceof Instance.Downsampled && instance.point() > points) {
            throw new IllegalArgumentException(
                    "point " + instance.point() + " does not exist: the network has points 1 … " + points);
        }
    }

    /** Output side of every layer under an instance, by layer name; the image included. */
    public Map<String, Integer> sides(Instance instance) {
        require(instance);
        Map<String, Integer> sides = new HashMap<>();
        sides.put(INPUT, inputSide(instance));
        for (LayerSpec layer : layers) {
            int out = layer.outSide(sideOf(sides, layer.inputs().get(0)));
            boolean downsampled = layer.point() > 0 && instance.downsamplesAt(layer.point());
            sides.put(layer.name(), downsampled ? Instance.pooledSide(out, instance.ratio()) : out);
        }
        return sides;
    }

    /** Side of the image that the network reads under an instance. */
    public int inputSide(Instance instance) {
        return instance instanceof Instance.ResizedInput ? Instance.pooledSide(side, instance.ratio()) : side;
    }

    /** Name of the classifier whose answer is an instance's. */
    public String output(Instance instance) {
        require(instance);
        return instance instanceof Instance.EarlyExit exit
                ? exits.get(exit.exit() - 1)
                : layers.get(layers.size() - 1).name();
    }

    /** Names of the layers that run for the answer of an instance. */
    public Set<String> active(Instance instance) {
        Set<String> needed = new HashSet<>(Set.of(output(instance)));
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (needed.contains(layers.get(i).name())) {
                needed.addAll(layers.get(i).inputs());
            }
        }
        needed.remove(INPUT);
        return needed;
    }

    /**
     * Names of the layers that an instance runs for itself once the full network has run on the same images: all for full
     * resolution (the branches of exits left out) and for a resized image, those after its point for a downsampled instance
     * (the pooling at the point apart), those of its branch for an exit.
     */
    public Set<String> own(Instance instance) {
        Set<String> own = active(instance);
        if (instance instanceof Instance.Downsampled) {
            own.retainAll(after(instance.point()));
        } else if (instance instanceof Instance.EarlyExit) {
            own.removeAll(active(Instance.FULL));
        }
        return own;
    }

    /** The batch-norm layers of which an instance has statistics of its own, in the order of the network. */
    public List<LayerSpec.BatchNorm> ownStatistics(Instance instance) {
        Set<String> own = own(instance);
        return layers.stream()
                .filter(l -> l instanceof LayerSpec.BatchNorm && own.contains(l.name()))
                .map(LayerSpec.BatchNorm.class::cast)
                .toList();
    }

    /** Names of the layers that see other values if the maps are downsampled at a point; the point's own layer left out. */
    private Set<String> after(int point) {
        Set<String> changed = new HashSet<>();
        Set<String> after = new HashSet<>();
        for (LayerSpec layer : layers) {
            if (layer.inputs().stream().anyMatch(changed::contains)) {
                after.add(layer.name());
                changed.add(layer.name());
            } else if (layer.point() == point) {
                changed.add(layer.name());
            }
        }
        return after;
    }

    private static int sideOf(Map<String, Integer> sides, String layer) {
        Integer side = sides.get(layer);
        if (side == null) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        return side;
    }

    /** Values that all layers put out for one image at full resolution: what a pass that keeps everything must hold. */
    public long activations() {
        Map<String, Integer> sides = sides(Instance.FULL);
        return layers.stream().mapToLong(layer -> values(layer, sides)).sum();
    }

    /** Values that the layers which an instance runs for itself put out for one image, the pooled map at its point included. */
    public long ownActivations(Instance instance) {
        Map<String, Integer> sides = sides(instance);
        Set<String> own = own(instance);
        return layers.stream()
                .filter(layer ->
                        own.contains(layer.name()) || (layer.point() > 0 && instance.downsamplesAt(layer.point())))
                .mapToLong(layer -> values(layer, sides))
                .sum();
    }

    private static long values(LayerSpec layer, Map<String, Integer> sides) {
        long side = sideOf(sides, layer.name());
        return side * side * layer.outChannels();
    }

    /** Number of learned parameters: convolution and classifier weights and biases, scales and shifts. */
    public long parameters() {
        long sum = 0;
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.Convolution c) {
                sum += c.weights();
            } else if (layer instanceof LayerSpec.BatchNorm n) {
                sum += 2L * n.outChannels();
            } else if (layer instanceof LayerSpec.Classifier c) {
                sum += (long) (c.inChannels() + 1) * c.outChannels();
            }
        }
        return sum;
    }
}
