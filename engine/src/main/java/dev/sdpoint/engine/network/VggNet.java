package dev.sdpoint.engine.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plain net in the manner of VGG (Simonyan and Zisserman, ICLR 2015): five stages of 3×3 convolutions with BN+ReLU, 2×2
 * max-pooling between stages, and, so that any instance fits the classifier, a global average pool instead of the last
 * pooling and the two large linear layers. A block is one convolution with its BN+ReLU; a downsampling point lies after each.
 * Dropout, if any, lies before the classifier's pooling.
 *
 * @param depth 11, 13, 16 or 19, as in the paper; three of these layers are the linear ones that are replaced
 * @param classes number of classes, at least 2
 * @param side input side, 32 … 1,024
 * @param regularization dropout alone
 */
public record VggNet(int depth, int classes, int side, Regularization regularization) implements NetworkSpec {
    private static final Map<Integer, List<Integer>> BLOCKS = new TreeMap<>(Map.of(
            11, List.of(1, 1, 2, 2, 2),
            13, List.of(2, 2, 2, 2, 2),
            16, List.of(2, 2, 3, 3, 3),
            19, List.of(2, 2, 4, 4, 4)));

    public VggNet {
        if (!BLOCKS.containsKey(depth)) {
            throw new IllegalArgumentException("depth " + depth + " is none of 11, 13, 16, 19. Try vgg-16");
        }
        Ranges.requireClasses(classes);
        Ranges.requireLargeSide(side);
        regularization.requireNoStochasticDepth("A VGG");
    }

    /** Without dropout. */
    public VggNet(int depth, int classes, int side) {
        this(depth, classes, side, Regularization.NONE);
    }

    /** Convolutions of each stage. */
    List<Integer> blocks() {
        return BLOCKS.getOrDefault(depth, List.of());
    }

    @Override
    public String name() {
        return "vgg-" + depth;
    }

    @Override
    public NetworkSpec with(Regularization other) {
        return new VggNet(depth, classes, side, other);
    }

    @Override
    public int points() {
        return depth - 3;
    }
}
