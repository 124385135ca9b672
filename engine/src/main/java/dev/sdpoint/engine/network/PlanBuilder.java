package dev.sdpoint.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Strings layers together; remembers the channels of each, so that a layer needs only to be told what it reads. Every method
 * returns the name of the layer it added. All names get the prefix and all layers the block of the moment. Not thread-safe.
 */
final class PlanBuilder {
    static final int IMAGE_CHANNELS = 3;

    private final List<LayerSpec> layers = new ArrayList<>();
    private final Map<String, Integer> channels = new HashMap<>(Map.of(NetworkPlan.INPUT, IMAGE_CHANNELS));
    private final List<String> exits = new ArrayList<>();
    private String prefix = "";
    private int block;

    /** What follows belongs to a block, and its names begin so. */
    void begin(int newBlock, String newPrefix) {
        block = newBlock;
        prefix = newPrefix;
    }

    /** Block of the layers that are being added. */
    int block() {
        return block;
    }

    /** Channels that a layer puts out. */
    int channels(String layer) {
        Integer found = channels.get(layer);
        if (found == null) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        return found;
    }

    /** Padded so that stride 1 keeps the side. */
    String convolution(String name, String input, int out, int kernel, int stride) {
        return groupedConvolution(name, input, out, kernel, stride, 1);
    }

    /** As {@link #convolution} in groups. */
    String groupedConvolution(String name, String input, int out, int kernel, int stride, int groups) {
        return add(new LayerSpec.Convolution(
                prefix + name, block, input, channels(input), out, kernel, stride, kernel / 2, groups));
    }

    String normRelu(String name, String input) {
        return add(new LayerSpec.BatchNorm(prefix + name, block, input, channels(input), true));
    }

    String norm(String name, String input) {
        return add(new LayerSpec.BatchNorm(prefix + name, block, input, channels(input), false));
    }

    String relu(String name, String input) {
        return add(new LayerSpec.Relu(prefix + name, block, input, channels(input)));
    }

    String residualAdd(String name, String branch, String shortcut, int point, double survival) {
        return add(
                new LayerSpec.ResidualAdd(prefix + name, block, branch, shortcut, channels(branch), point, survival));
    }

    String concatenation(String name, List<String> inputs, int point) {
        int sum = inputs.stream().mapToInt(this::channels).sum();
        return add(new LayerSpec.Concatenation(prefix + name, block, inputs, sum, point));
    }

    String downsamplingPoint(String name, String input, int point) {
        return add(new LayerSpec.DownsamplingPoint(prefix + name, block, input, channels(input), point));
    }

    String maxPool(String name, String input, int kernel, int stride, int padding, int point) {
        return add(new LayerSpec.MaxPool(prefix + name, block, input, channels(input), kernel, stride, padding, point));
    }

    String averagePool(String name, String input, int kernel) {
        return add(new LayerSpec.AveragePool(prefix + name, block, input, channels(input), kernel));
    }

    /** Adds nothing at rate 0. */
    String dropout(String name, String input, double rate) {
        return rate == 0 ? input : add(new LayerSpec.Dropout(prefix + name, block, input, channels(input), rate));
    }

    /** Global average pool and classifier. */
    String classifier(String input, int classes, double lossWeight) {
        String pool = add(new LayerSpec.GlobalAveragePool(prefix + "pool", block, input, channels(input)));
        return add(new LayerSpec.Classifier(prefix + "classifier", block, pool, channels(pool), classes, lossWeight));
    }

    /** Makes a classifier an early exit, the next in order. */
    void exit(String classifier) {
        exits.add(classifier);
    }

    NetworkPlan build(int side, int points) {
        return new NetworkPlan(IMAGE_CHANNELS, side, points, layers, exits);
    }

    private String add(LayerSpec layer) {
        layers.add(layer);
        channels.put(layer.name(), layer.outChannels());
        return layer.name();
    }
}
