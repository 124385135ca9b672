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
 * Weights {@code [out][in / groups][kernel][kernel]}.
 */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class GroupedConvolution extends ConvolutionLayer {
    private final int groups;
    private final int inChannels;
    private final boolean portable;

    /**
     * @param portable plain ND4J operations instead of copies in host memory
     * @throws IllegalArgumentException if the channels do not divide among the groups
     */
    GroupedConvolution(LayerSpec.Convolution spec, int groups, boolean portable) {
        super(new Builder(spec.kernel(), spec.kernel())
                // of a group: DL4J shapes the weights by it
                .nIn(Bundles.of(groups, spec.inChannels(), spec.outChannels(), 1)
                        .inEach())
                .nOut(spec.outChannels())
                .stride(spec.stride(), spec.stride())
                .padding(spec.padding(), spec.padding())
                .hasBias(false)
                .convolutionMode(ConvolutionMode.Truncate)
                .dataFormat(CNN2DFormat.NHWC)
                .activation(Activation.IDENTITY));
        this.groups = groups;
        this.inChannels = spec.inChannels();
        this.portable = portable;
    }

    /** Groups one by one for the portable operations, wide enough to be fast for the others. */
    Bundles bundles(DataType type) {
        int channels = usesHostMemory(type) ? Bundles.FULL_SPEED : 1;
        return Bundles.of(groups, inChannels, (int) getNOut(), channels);
    }

    ChannelSlices slices(DataType type) {
        return usesHostMemory(type) ? HostSlices.INSTANCE : PortableSlices.INSTANCE;
    }

    private boolean usesHostMemory(DataType type) {
        return type == DataType.FLOAT && !portable;
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
