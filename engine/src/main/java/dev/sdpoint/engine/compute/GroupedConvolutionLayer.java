package dev.sdpoint.engine.compute;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layer of {@link GroupedConvolution}. */
final class GroupedConvolutionLayer extends ConvolutionLayer {
    private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;

    private final ConvolutionOperation operation;
    private final BundledConvolution convolution;

    GroupedConvolutionLayer(NeuralNetConfiguration conf, DataType type, GroupedConvolution settings) {
        super(conf, type);
        this.operation = new ConvolutionOperation(settings);
        this.convolution = new BundledConvolution(operation, settings.bundles());
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
        INDArray x = Contiguous.of(input);
        INDArray weights = getParam(WEIGHTS);
        long[] shape = {x.size(0), operation.outSide(x.size(1)), operation.outSide(x.size(2)), weights.size(0)};
        INDArray y = workspace.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), shape, 'c');
        convolution.forward(x, weights, y);
        return y;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspace) {
        INDArray x = Contiguous.of(input);
        INDArray g = Contiguous.of(epsilon);
        INDArray weights = getParam(WEIGHTS);
        INDArray ofWeights = GradientViews.of(gradientViews, WEIGHTS);
        INDArray ofInput = workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        convolution.backward(x, weights, g, ofInput, ofWeights);
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(WEIGHTS, ofWeights, 'c');
        return new Pair<>(gradient, ofInput);
    }
}
