package dev.sdpoint.engine.network;

import java.util.Collections;
import java.util.List;

/**
 * ResNeXt (Xie et al., CVPR 2017): post-activation bottlenecks whose 3×3 convolution falls into {@code cardinality} groups of
 * {@code width} channels in the first stage, doubled from stage to stage. Of 50, 101 and 152 layers in the ImageNet layout,
 * whose stem is downsampling point 1, or of {@code 9n + 2} layers for small images: a 3×3 convolution to 64 channels and three
 * stages of {@code n} blocks. A point lies right after each residual addition, before the block's last ReLU.
 *
 * @param depth 50, 101 or 152, or 9n + 2 below 50, such as 29
 * @param cardinality groups, 1 … 128
 * @param width channels of a group in the first stage, 1 … 256
 * @param classes number of classes, at least 2
 * @param side input side: 32 … 1,024 in the ImageNet layout, else a multiple of 4 in 16 … 512
 * @param regularization stochastic depth alone
 */
public record ResNeXt(int depth, int cardinality, int width, int classes, int side, Regularization regularization)
        implements NetworkSpec {
    private static final List<Integer> IMAGE_NET = List.of(50, 101, 152);

    public ResNeXt {
        boolean small = depth >= 11 && depth < 50 && (depth - 2) % 9 == 0;
        if (!small && !IMAGE_NET.contains(depth)) {
            throw new IllegalArgumentException(
                    "depth " + depth
                            + " is none of 50, 101, 152 (ImageNet layout) and 11, 20, 29, 38, 47 (small images). Try resnext-29-8x64d");
        }
        if (cardinality < 1 || cardinality > 128 || width < 1 || width > 256) {
            throw new IllegalArgumentException(cardinality + " groups of " + width
                    + " channels are outside 1 … 128 and 1 … 256. Try 32x4d or 8x64d");
        }
        Ranges.requireClasses(classes);
        if (small) {
            Ranges.requireSmallSide(side);
        } else {
            Ranges.requireLargeSide(side);
        }
        regularization.requireNoDropout("A ResNeXt");
    }

    /** Without stochastic depth. */
    public ResNeXt(int depth, int cardinality, int width, int classes, int side) {
        this(depth, cardinality, width, classes, side, Regularization.NONE);
    }

    /** Blocks of each stage. */
    List<Integer> blocks() {
        return stemPoint() ? ResNet.BLOCKS.getOrDefault(depth, List.of()) : Collections.nCopies(3, (depth - 2) / 9);
    }

    @Override
    public String name() {
        return "resnext-" + depth + "-" + cardinality + "x" + width + "d";
    }

    @Override
    public NetworkSpec with(Regularization other) {
        return new ResNeXt(depth, cardinality, width, classes, side, other);
    }

    @Override
    public int points() {
        return (stemPoint() ? 1 : 0)
                + blocks().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public boolean stemPoint() {
        return IMAGE_NET.contains(depth);
    }
}
