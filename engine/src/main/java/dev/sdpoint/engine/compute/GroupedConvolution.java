package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a grouped convolution without bias (Xie et al., CVPR 2017) on {@code [image][row][column][channel]}: the
 * channels are cut into groups of neighbours, and each group of output channels reads its own group of input channels.
 * Weights {@code [out][in / groups][kernel][kernel]}. Plain ND4J operations, for any type and device.
 */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class GroupedConvolution extends ConvolutionLayer {
    private final Bundles bundles;
    private final int inChannels;

    GroupedConvolution(LayerSpec.Convolution spec) {
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
        this.bundles = Bundles.of(spec.groups(), spec.inChannels(), spec.outChannels(), Bundles.FULL_SPEED);
        this.inChannels = spec.inChannels();
    }

    Bundles bundles() {
        return bundles;
    }

    /**
     * Keeps the channels of a group, which shape the weights, where the stock layer would take all channels of the input.
     *
     * @throws IllegalArgumentException if the layer is given another number of channels than it was made for
     */
    @Override
    public void setNIn(InputType inputType, boolean override) {
        long given = ((InputType.InputTypeConvolutional) inputType).getChannels();
        if (given != inChannels) {
            throw new IllegalArgumentException("layer " + getLayerName() + " was made for " + inChannels
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
                new GroupedConvolutionLayer(conf, type, (GroupedConvolution) conf.getLayer()),
                initializer(),
                conf,
                index,
                parameters,
                initialize);
    }
}
