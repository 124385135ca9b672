package dev.sdpoint.engine.network;

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

    /** Block this layer belongs to: 0 for the stem, 1 … N for blocks, N + 1 for the last stage. */
    int block();

    /**
     * Convolution without bias. Weights {@code [out][in][kernel][kernel]}; output side {@code (side + 2·padding − kernel) /
     * stride + 1}.
     */
    record Convolution(
            String name, int block, String input, int inChannels, int outChannels, int kernel, int stride, int padding)
            implements LayerSpec {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        /** Side of the output for a side of the input. */
        public int outSide(int side) {
            return (side + 2 * padding - kernel) / stride + 1;
        }
    }

    /** Batch normalisation with scale and shift, then ReLU. */
    record NormRelu(String name, int block, String input, int outChannels) implements LayerSpec {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Sum of two streams, then the downsampling point {@code point} (1-based). */
    record ResidualAdd(String name, int block, String left, String right, int outChannels, int point)
            implements LayerSpec {
        @Override
        public List<String> inputs() {
            return List.of(left, right);
        }
    }

    /** Mean over all positions: output 1×1, which is why every instance fits the same classifier. */
    record GlobalAveragePool(String name, int block, String input, int outChannels) implements LayerSpec {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Linear layer with bias, then softmax over {@code outChannels} classes. Weights {@code [in][classes]}. */
    record Classifier(String name, int block, String input, int inChannels, int outChannels) implements LayerSpec {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }
}
