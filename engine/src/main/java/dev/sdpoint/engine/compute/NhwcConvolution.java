package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution without bias on {@code [image][row][column][channel]}, weights {@code [out][in / groups][kernel][kernel]}. With groups (Xie et
 * al., CVPR 2017) the channels are cut into groups of neighbours, and each group of output channels reads its own group of input
 * channels. Calls a {@link ConvolutionKernel}: the stock layer misses oneDNN, computes the forward pass again in backpropagation, and
 * knows no groups.
 */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class NhwcConvolution extends ConvolutionLayer {
    private final transient LayerSpec.Convolution spec;
    private final transient @Nullable PassContext context;
    private final boolean portable;

    /** With ND4J's operations alone, and weights that anybody may change. */
    NhwcConvolution(LayerSpec.Convolution spec) {
        this(spec, null, true);
    }

    /**
     * @param context that knows when weights change; null if nobody says
     * @param portable ND4J's operations alone, for any type and device
     */
    NhwcConvolution(LayerSpec.Convolution spec, @Nullable PassContext context, boolean portable) {
        super(new Builder(spec.kernel(), spec.kernel())
                // of a group: DL4J shapes the weights by it
                .nIn(spec.inChannels() / spec.groups())
                .nOut(spec.outChannels())
                .stride(spec.stride(), spec.stride())
                .padding(spec.padding(), spec.padding())
                .hasBias(false)
                .convolutionMode(ConvolutionMode.Truncate)
                .dataFormat(CNN2DFormat.NHWC)
                .activation(Activation.IDENTITY));
        this.spec = spec;
        this.context = context;
        this.portable = portable;
    }

    /**
     * Keeps the channels of a group, which shape the weights, where the stock layer would take all channels of the input.
     *
     * @throws IllegalArgumentException if the layer is given another number of channels than it was made for
     */
    @Override
    public void setNIn(InputType inputType, boolean override) {
        long given = ((InputType.InputTypeConvolutional) inputType).getChannels();
        if (given != spec.inChannels()) {
            throw new IllegalArgumentException("layer " + getLayerName() + " was made for " + spec.inChannels()
                    + " input channels and is given " + given + ". Does it read the layer before it?");
        }
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return Attachment.attach(
                new Implementation(conf, type, (NhwcConvolution) conf.getLayer()),
                initializer(),
                conf,
                index,
                parameters,
                initialize);
    }

    /** The layer that computes. */
    static final class Implementation extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer
            implements NativeMemory.Owner {
        private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;

        private final NhwcConvolution settings;
        private final ConvolutionKernel kernel;

        Implementation(NeuralNetConfiguration conf, DataType type, NhwcConvolution settings) {
            super(conf, type);
            this.settings = settings;
            this.kernel = ConvolutionKernel.of(settings.spec, type, settings.portable);
        }

        @Override
        public void release() {
            kernel.release();
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
            INDArray x = Contiguous.of(input);
            INDArray weights = getParam(WEIGHTS);
            long[] shape = {x.size(0), outSide(x.size(1)), outSide(x.size(2)), weights.size(0)};
            INDArray y = workspace.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), shape, 'c');
            PassContext context = settings.context;
            kernel.forward(
                    x, weights, y, context == null ? ConvolutionKernel.UNKNOWN_VERSION : context.weightsVersion());
            return y;
        }

        /** Decay is no part of the loss; see {@link SoftmaxClassifier.Implementation}. */
        @Override
        public double calcRegularizationScore(boolean backpropOnlyParams) {
            return 0;
        }

        private int outSide(long side) {
            return settings.spec.outSide((int) side);
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspace) {
            INDArray x = Contiguous.of(input);
            INDArray ofWeights = GradientViews.of(gradientViews, WEIGHTS);
            INDArray g = Contiguous.of(epsilon);
            INDArray ofInput = workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
            kernel.backward(x, getParam(WEIGHTS), g, readsImages() ? null : ofInput, ofWeights);
            Gradient gradient = new DefaultGradient();
            gradient.setGradientFor(WEIGHTS, ofWeights, 'c');
            return new Pair<>(gradient, ofInput);
        }

        /** Whether this is the first layer, whose input learns nothing. Nobody asks a network for the gradient of its images. */
        private boolean readsImages() {
            return settings.context != null && settings.spec.input().equals(NetworkPlan.INPUT);
        }
    }
}
