package dev.sdpoint.engine.network;

/**
 * What training may drop at random, besides resolution.
 *
 * @param dropout rate of dropout within each block, in [0, 1); 0 for none
 * @param survival probability with which the last residual branch is kept in an iteration of training, in (0, 1]; it falls
 *     linearly from 1 over the blocks (stochastic depth; Huang et al., ECCV 2016); 1 for none
 */
public record Regularization(double dropout, double survival) {
    /** Nothing is dropped. */
    public static final Regularization NONE = new Regularization(0, 1);

    public Regularization {
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout rate " + dropout + " is outside [0, 1); 0.3 is usual");
        }
        if (!(survival > 0 && survival <= 1)) {
            throw new IllegalArgumentException(
                    "survival probability " + survival + " is outside (0, 1]; 0.5 is usual, 1 keeps every block");
        }
    }

    /** The same with another dropout rate. */
    public Regularization withDropout(double rate) {
        return new Regularization(rate, survival);
    }

    /**
     * Refuses dropout for a family that has no place for it.
     *
     * @throws IllegalArgumentException if dropout is asked for
     */
    void requireNoDropout(String family) {
        if (dropout > 0) {
            throw new IllegalArgumentException(
                    family
                            + " has no dropout within its blocks. Use a Wide ResNet (wrn-16-2), a DenseNet or a VGG for dropout");
        }
    }

    /**
     * Refuses stochastic depth for a family without residual branches.
     *
     * @throws IllegalArgumentException if stochastic depth is asked for
     */
    void requireNoStochasticDepth(String family) {
        if (survival < 1) {
            throw new IllegalArgumentException(
                    family
                            + " has no residual branches that stochastic depth could drop. Use a residual net, such as wrn-16-2");
        }
    }
}
