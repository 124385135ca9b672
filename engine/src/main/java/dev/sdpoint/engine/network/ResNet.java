package dev.sdpoint.engine.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Residual net of the ImageNet layout (He et al., CVPR 2016) or its pre-activation form (He et al., ECCV 2016): a 7×7/2
 * convolution with BN+ReLU and 3×3/2 max-pooling, which is downsampling point 1, then four stages of basic blocks (18 and 34
 * layers) or bottlenecks, whose stride lies at the 3×3 convolution. A point lies right after each residual addition; in the
 * post-activation form that is before the block's last ReLU.
 *
 * @param depth 18, 34, 50, 101 or 152; 200 in the pre-activation form too
 * @param preActivation BN+ReLU before convolutions instead of after
 * @param classes number of classes, at least 2
 * @param side input side, 32 … 1,024
 * @param regularization stochastic depth alone
 */
public record ResNet(int depth, boolean preActivation, int classes, int side, Regularization regularization)
        implements NetworkSpec {
    /** Blocks of each stage by depth. */
    static final Map<Integer, List<Integer>> BLOCKS = new TreeMap<>(Map.of(
            18, List.of(2, 2, 2, 2),
            34, List.of(3, 4, 6, 3),
            50, List.of(3, 4, 6, 3),
            101, List.of(3, 4, 23, 3),
            152, List.of(3, 8, 36, 3),
            200, List.of(3, 24, 36, 3)));

    public ResNet {
        if (!BLOCKS.containsKey(depth) || (depth == 200 && !preActivation)) {
            throw new IllegalArgumentException("depth " + depth + " is none of 18, 34, 50, 101, 152"
                    + (preActivation ? " and 200. Try preresnet-101" : ". Try resnet-50"));
        }
        Ranges.requireClasses(classes);
        Ranges.requireLargeSide(side);
        regularization.requireNoDropout("A ResNet");
    }

    /** Without stochastic depth. */
    public ResNet(int depth, boolean preActivation, int classes, int side) {
        this(depth, preActivation, classes, side, Regularization.NONE);
    }

    /** Blocks of each stage. */
    List<Integer> blocks() {
        return BLOCKS.getOrDefault(depth, List.of());
    }

    /** Whether blocks are 1×1, 3×3, 1×1 instead of two 3×3. */
    boolean bottleneck() {
        return depth > 34;
    }

    @Override
    public String name() {
        return (preActivation ? "preresnet-" : "resnet-") + depth;
    }

    @Override
    public NetworkSpec with(Regularization other) {
        return new ResNet(depth, preActivation, classes, side, other);
    }

    @Override
    public int points() {
        return 1 + blocks().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public boolean stemPoint() {
        return true;
    }

    @Override
    public boolean officialCodeSetsBlocks() {
        return bottleneck();
    }
}
