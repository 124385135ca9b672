package dev.sdpoint.engine.network;

import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.StridedWindows;
import java.util.List;

/**
 * One layer of a plan, with the names of the layers it reads. Feature maps are square; the side is not stored, because it
 * depends on the instance. Strings name layers; {@link NetworkPlan#INPUT} is the image.
 */
public sealed interface LayerSpec {
    /** Unique in the plan; also the prefix of the layer's parameters in a model file. */
    String name();

    /** Names of the layers read, in order. */
    List<String> inputs();

    /** Channels that this layer puts out. */
    int outChannels();

    /**
     * Block this layer belongs to, numbered like the downsampling points at the ends of blocks: 1 … N, an ImageNet stem being
     * 1; 0 for a stem without a point, N + 1 for the last stage, beyond it for early exits.
     */
    int block();

    /** Downsampling point (1-based) that lies in or right after this layer; 0 where there is none. */
    default int point() {
        return 0;
    }

    /** Side of the output for a side of the input, where nothing is downsampled. */
    default int outSide(int side) {
        return side;
    }

    /** A layer that reads one other. */
    sealed interface OfOne extends LayerSpec {
        /** The layer read. */
        String input();

        @Override
        default List<String> inputs() {
            return List.of(input());
        }
    }

    /**
     * Convolution without bias. Weights {@code [out][in / groups][kernel][kernel]}; output side {@code (side + 2·padding −
     * kernel) / stride + 1}.
     *
     * @param groups parts into which the channels fall; output channels of a part read its input channels alone
     */
    record Convolution(
            String name,
            int block,
            String input,
            int inChannels,
            int outChannels,
            int kernel,
            int stride,
            int padding,
            int groups)
            implements OfOne {
        public Convolution {
            if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0) {
                throw new IllegalArgumentException(
                        groups + " groups do not divide " + inChannels + " and " + outChannels + " channels");
            }
        }

        @Override
        public int outSide(int side) {
            return (side + 2 * padding - kernel) / stride + 1;
        }

        /** Number of weights. */
        public long weights() {
            return (long) outChannels * (inChannels / groups) * kernel * kernel;
        }
    }

    /**
     * Batch normalisation with scale and shift.
     *
     * @param relu whether ReLU follows
     */
    record BatchNorm(String name, int block, String input, int outChannels, boolean relu) implements OfOne {
        /** Added to the variance before its root is taken. */
        public static final double EPSILON = 1e-5;
    }

    /** ReLU on its own: after the addition of a post-activation block. */
    record Relu(String name, int block, String input, int outChannels) implements OfOne {}

    /**
     * Sum of two streams, then the downsampling point {@code point} (1-based; 0 for none).
     *
     * @param left the residual branch, the one that stochastic depth drops
     * @param right the shortcut
     * @param survival probability with which an iteration of training keeps the branch, in (0, 1]; outside training the
     *     branch counts by this factor (Huang et al., ECCV 2016)
     */
    record ResidualAdd(String name, int block, String left, String right, int outChannels, int point, double survival)
            implements LayerSpec {
        public ResidualAdd {
            if (!(survival > 0 && survival <= 1)) {
                throw new IllegalArgumentException("survival probability " + survival + " is outside (0, 1]");
            }
        }

        @Override
        public List<String> inputs() {
            return List.of(left, right);
        }
    }

    /** Channels of several maps one after another, then the downsampling point {@code point} (1-based; 0 for none). */
    record Concatenation(String name, int block, List<String> inputs, int outChannels, int point) implements LayerSpec {
        public Concatenation {
            inputs = List.copyOf(inputs);
        }
    }

    /** A downsampling point (1-based) on its own: passes its input on unless the instance downsamples here. */
    record DownsamplingPoint(String name, int block, String input, int outChannels, int point) implements OfOne {}

    /**
     * Max-pooling. Where the instance downsamples at its point, adaptive max-pooling to {@code rint(ratio · side)} of the
     * usual output side replaces it (method §1, ImageNet stems).
     *
     * @param point 1-based; 0 for an ordinary pooling
     */
    record MaxPool(
            String name, int block, String input, int outChannels, int kernel, int stride, int padding, int point)
            implements OfOne {
        @Override
        public int outSide(int side) {
            return windows(side).out();
        }

        /** Windows of the ordinary pooling. */
        public AxisWindows windows(int side) {
            return new StridedWindows(side, kernel, stride, padding);
        }
    }

    /** Average pooling, kernel and stride alike, without padding. */
    record AveragePool(String name, int block, String input, int outChannels, int kernel) implements OfOne {
        @Override
        public int outSide(int side) {
            return windows(side).out();
        }

        /** Windows along an axis. */
        public AxisWindows windows(int side) {
            return new StridedWindows(side, kernel, kernel, 0);
        }
    }

    /**
     * In training sets activations to 0 with probability {@code rate} and scales the others by {@code 1 / (1 − rate)};
     * outside training does nothing (Srivastava et al., JMLR 2014).
     *
     * @param rate in (0, 1)
     */
    record Dropout(String name, int block, String input, int outChannels, double rate) implements OfOne {
        public Dropout {
            if (!(rate > 0 && rate < 1)) {
                throw new IllegalArgumentException("dropout rate " + rate + " is outside (0, 1); 0.3 is usual");
            }
        }
    }

    /** Mean over all positions: output 1×1, which is why every instance fits the same classifier. */
    record GlobalAveragePool(String name, int block, String input, int outChannels) implements OfOne {
        @Override
        public int outSide(int side) {
            return 1;
        }
    }

    /**
     * Linear layer with bias, then softmax over {@code outChannels} classes. Weights {@code [in][classes]}.
     *
     * @param lossWeight factor on its cross-entropy in training, above 0
     */
    record Classifier(String name, int block, String input, int inChannels, int outChannels, double lossWeight)
            implements OfOne {}
}
