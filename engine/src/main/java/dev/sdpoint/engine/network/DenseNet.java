package dev.sdpoint.engine.network;

/**
 * DenseNet-BC (Huang et al., CVPR 2017) for small images: a 3×3 convolution to 2k channels, three stages of {@code n = (depth −
 * 4) / 6} layers BN+ReLU → 1×1 to 4k → BN+ReLU → 3×3 to k, whose output is appended to their input; between stages BN+ReLU,
 * 1×1 to half the channels and 2×2 average pooling. A downsampling point lies right after each concatenation. Dropout, if any,
 * follows each convolution of a layer.
 *
 * @param depth 6n + 4 with n ≥ 1
 * @param growth growth rate k, 1 … 256
 * @param classes number of classes, at least 2
 * @param side input side, a multiple of 4 and at least 16
 * @param regularization dropout alone
 */
public record DenseNet(int depth, int growth, int classes, int side, Regularization regularization)
        implements NetworkSpec {
    public DenseNet {
        if (depth < 10 || depth > 1000 || (depth - 4) % 6 != 0) {
            throw new IllegalArgumentException("depth " + depth
                    + " is not 6n + 4: a DenseNet-BC has depth 40, 100, 190, 250, … Try densenet-bc-100-12");
        }
        if (growth < 1 || growth > 256) {
            throw new IllegalArgumentException("growth rate " + growth + " is outside 1 … 256; 12 is usual");
        }
        Ranges.requireClasses(classes);
        Ranges.requireSmallSide(side);
        regularization.requireNoStochasticDepth("A DenseNet");
    }

    /** Without dropout. */
    public DenseNet(int depth, int growth, int classes, int side) {
        this(depth, growth, classes, side, Regularization.NONE);
    }

    @Override
    public String name() {
        return "densenet-bc-" + depth + "-" + growth;
    }

    @Override
    public NetworkSpec with(Regularization other) {
        return new DenseNet(depth, growth, classes, side, other);
    }

    @Override
    public int points() {
        return (depth - 4) / 2;
    }
}
