package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of batch normalisation, fused with ReLU where that follows, on {@code [image][row][column][channel]} (Ioffe and Szegedy, ICML
 * 2015). In a pass without a statistics bank it normalises by the batch; with one, by the bank's statistics of the pass's
 * instance.
 */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class NormRelu extends BatchNormalization {
    private final transient PassContext context;
    private final boolean portable;
    private final boolean relu;

    NormRelu(LayerSpec.BatchNorm spec, PassContext context, GraphOptions options) {
        this.context = context;
        this.portable = options.portable();
        this.relu = spec.relu() && options.relu();
        setNIn(spec.outChannels());
        setNOut(spec.outChannels());
        setUseLogStd(false);
        setEps(LayerSpec.BatchNorm.EPSILON);
        setCnn2DFormat(CNN2DFormat.NHWC);
    }

    boolean relu() {
        return relu;
    }

    PassContext context() {
        return context;
    }

    /** Whether plain ND4J operations are wanted. */
    boolean portable() {
        return portable;
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
                new NormReluLayer(conf, type, (NormRelu) conf.getLayer()),
                initializer(),
                conf,
                index,
                parameters,
                initialize);
    }
}
