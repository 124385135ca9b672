package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution without bias on {@code [image][row][column][channel]}, weights {@code [out][in][kernel][kernel]}. Calls ND4J's
 * operation directly: the stock layer misses oneDNN and computes the forward pass again in backpropagation.
 */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class NhwcConvolution extends ConvolutionLayer {
    private final boolean hostMemory;

    /** With ND4J's operations alone. */
    NhwcConvolution(LayerSpec.Convolution spec) {
        this(spec, false);
    }

    /** @param hostMemory whether maps are in host memory, where a faster way may be taken */
    NhwcConvolution(LayerSpec.Convolution spec, boolean hostMemory) {
        super(new Builder(spec.kernel(), spec.kernel())
                .nIn(spec.inChannels())
                .nOut(spec.outChannels())
                .stride(spec.stride(), spec.stride())
                .padding(spec.padding(), spec.padding())
                .hasBias(false)
                .convolutionMode(ConvolutionMode.Truncate)
                .dataFormat(CNN2DFormat.NHWC)
                .activation(Activation.IDENTITY));
        this.hostMemory = hostMemory;
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
                new Implementation(conf, type, ((NhwcConvolution) conf.getLayer()).hostMemory),
                initializer(),
                conf,
                index,
                parameters,
                initialize);
    }

    /** The layer that computes. */
    static final class Implementation extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        private final ConvolutionOperation operation;

        Implementation(NeuralNetConfiguration conf, DataType type, boolean hostMemory) {
            super(conf, type);
            this.operation = new ConvolutionOperation(layerConf(), hostMemory);
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
            INDArray x = input;
            INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY);
            long[] shape = {x.size(0), operation.outSide(x.size(1)), operation.outSide(x.size(2)), weights.size(0)};
            INDArray y = workspace.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), shape, 'c');
            operation.forward(x, weights, y);
            return y;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspace) {
            INDArray x = input;
            INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY);
            INDArray ofWeights = GradientViews.of(gradientViews, ConvolutionParamInitializer.WEIGHT_KEY);
            INDArray g = Contiguous.of(epsilon);
            INDArray ofInput = workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
            operation.backward(x, weights, g, ofInput, ofWeights);
            Gradient gradient = new DefaultGradient();
            gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, ofWeights, 'c');
            return new Pair<>(gradient, ofInput);
        }
    }
}
