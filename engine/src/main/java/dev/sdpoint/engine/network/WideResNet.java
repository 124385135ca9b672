package dev.sdpoint.engine.network;

import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.NormRelu;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import java.util.ArrayList;
import java.util.List;

/**
 * Pre-activation Wide ResNet (Zagoruyko and Komodakis, BMVC 2016): a 3×3 convolution to 16 channels, three stages of {@code
 * n = (depth − 4) / 6} blocks with 16k, 32k and 64k channels, BN+ReLU, global average pool, classifier. A downsampling point
 * lies right after each residual addition.
 *
 * @param depth 6n + 4 with n ≥ 1
 * @param width widening factor k, 1 … 64
 * @param classes number of classes, at least 2
 * @param side input side, a multiple of 4 and at least 16
 */
public record WideResNet(int depth, int width, int classes, int side) implements NetworkSpec {
    private static final int STEM_CHANNELS = 16;
    private static final int IMAGE_CHANNELS = 3;

    public WideResNet {
        if (depth < 10 || depth > 1000 || (depth - 4) % 6 != 0) {
            throw new IllegalArgumentException("depth " + depth
                    + " is not 6n + 4: a Wide ResNet has depth 10, 16, 22, 28, 34, 40, … up to 1000. Try wrn-16-2");
        }
        if (width < 1 || width > 64) {
            throw new IllegalArgumentException("width " + width + " is outside 1 … 64");
        }
        if (classes < 2 || classes > 100_000) {
            throw new IllegalArgumentException(classes + " classes are outside 2 … 100,000");
        }
        if (side < 16 || side > 512 || side % 4 != 0) {
            throw new IllegalArgumentException(
                    "side " + side + " is not a multiple of 4 in 16 … 512, which the two strides need");
        }
    }

    @Override
    public String name() {
        return "wrn-" + depth + "-" + width;
    }

    @Override
    public int points() {
        return (depth - 4) / 2;
    }

    @Override
    public NetworkPlan plan() {
        List<LayerSpec> layers = new ArrayList<>();
        layers.add(new Convolution("conv0", 0, NetworkPlan.INPUT, IMAGE_CHANNELS, STEM_CHANNELS, 3, 1, 1));
        String last = "conv0";
        int channels = STEM_CHANNELS;
        int block = 0;
        for (int stage = 0; stage < 3; stage++) {
            int out = (STEM_CHANNELS << stage) * width;
            for (int i = 0; i < (depth - 4) / 6; i++) {
                block++;
                int stride = stage > 0 && i == 0 ? 2 : 1;
                last = addBlock(layers, block, last, channels, out, stride);
                channels = out;
            }
        }
        int end = block + 1;
        layers.add(new NormRelu("norm", end, last, channels));
        layers.add(new GlobalAveragePool("pool", end, "norm", channels));
        layers.add(new Classifier("classifier", end, "pool", channels, classes));
        return new NetworkPlan(IMAGE_CHANNELS, side, points(), layers);
    }

    private static String addBlock(List<LayerSpec> layers, int block, String input, int in, int out, int stride) {
        String prefix = "block" + block + "-";
        layers.add(new NormRelu(prefix + "norm1", block, input, in));
        String shortcut = input;
        if (in != out || stride != 1) {
            shortcut = prefix + "shortcut";
            layers.add(new Convolution(shortcut, block, prefix + "norm1", in, out, 1, stride, 0));
        }
        layers.add(new Convolution(prefix + "conv1", block, prefix + "norm1", in, out, 3, stride, 1));
        layers.add(new NormRelu(prefix + "norm2", block, prefix + "conv1", out));
        layers.add(new Convolution(prefix + "conv2", block, prefix + "norm2", out, out, 3, 1, 1));
        layers.add(new ResidualAdd(prefix + "add", block, prefix + "conv2", shortcut, out, block));
        return prefix + "add";
    }
}
