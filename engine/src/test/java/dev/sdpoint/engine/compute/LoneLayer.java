package dev.sdpoint.engine.compute;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A convolution without a graph around it. */
final class LoneLayer {
    private final Layer layer;
    private final INDArray gradients;

    LoneLayer(ConvolutionLayer settings, DataType type) {
        NeuralNetConfiguration configuration =
                new NeuralNetConfiguration.Builder().layer(settings).build();
        long length = settings.initializer().numParams(configuration);
        INDArray parameters = Nd4j.create(type, 1, length);
        gradients = Nd4j.create(type, 1, length);
        layer = settings.instantiate(configuration, null, 0, parameters, true, type);
        layer.setBackpropGradientsViewArray(gradients);
    }

    void setWeights(INDArray weights) {
        INDArray own = layer.getParam("W");
        if (!own.equalShapes(weights)) {
            throw new IllegalArgumentException("the layer's weights are " + own.shapeInfoToString());
        }
        own.assign(weights);
    }

    INDArray forward(INDArray x) {
        layer.setInput(x, LayerWorkspaceMgr.noWorkspacesImmutable());
        return layer.activate(true, LayerWorkspaceMgr.noWorkspacesImmutable());
    }

    /** Gradient for the input of the last forward pass. */
    INDArray backward(INDArray g) {
        return Objects.requireNonNull(layer.backpropGradient(g, LayerWorkspaceMgr.noWorkspacesImmutable())
                .getSecond());
    }

    /** A copy of the last gradient for the weights, read from the flattened gradients. */
    INDArray weightGradient() {
        return gradients.dup('c').reshape('c', layer.getParam("W").shape());
    }
}
