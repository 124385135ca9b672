package dev.sdpoint.engine.network;

/**
 * Pre-activation Wide ResNet (Zagoruyko and Komodakis, BMVC 2016): a 3×3 convolution to 16 channels, three stages of {@code
 * n = (depth − 4) / 6} blocks with 16k, 32k and 64k channels, BN+ReLU, global average pool, classifier. A downsampling point
 * lies right after each residual addition. Dropout, if any, lies between the two convolutions of a block.
 *
 * @param depth 6n + 4 with n ≥ 1
 * @param width widening factor k, 1 … 64
 * @param classes number of classes, at least 2
 * @param side input side, a multiple of 4 and at least 16
 * @param regularization what training drops
 */
public record WideResNet(int depth, int width, int classes, int side, Regularization regularization)
        implements NetworkSpec {
    public WideResNet {
        if (depth < 10 || depth > 1000 || (depth - 4) % 6 != 0) {
            throw new IllegalArgumentException("depth " + depth
                    + " is not 6n + 4: a Wide ResNet has depth 10, 16, 22, 28, 34, 40, … up to 1000. Try wrn-16-2");
        }
        if (width < 1 || width > 64) {
            throw new IllegalArgumentException("width " + width + " is outside 1 … 64");
        }
        Ranges.requireClasses(classes);
        Ranges.requireSmallSide(side);
    }

    /** Without dropout and stochastic depth. */
    public WideResNet(int depth, int width, int classes, int side) {
        this(depth, width, classes, side, Regularization.NONE);
    }

    @Override
    public String name() {
        return "wrn-" + depth + "-" + width;
    }

    @Override
    public NetworkSpec with(Regularization other) {
        return new WideResNet(depth, width, classes, side, other);
    }

    @Override
    public int points() {
        return (depth - 4) / 2;
    }
}
