package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.onednn.DirectConvolution;
import dev.sdpoint.engine.compute.onednn.OneDnn;
import dev.sdpoint.engine.network.LayerSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One convolution and its gradients: maps {@code [image][row][column][channel]}, weights {@code [out][in / groups][kernel][kernel]}, no
 * bias, all contiguous in 'c' order. One thread at a time.
 */
interface ConvolutionKernel extends NativeMemory.Owner {
    /** Version of weights that may have changed since the last call. */
    long UNKNOWN_VERSION = DirectConvolution.UNKNOWN_VERSION;

    /** @param version of the weights: where it is that of the call before, they are the same */
    void forward(INDArray x, INDArray weights, INDArray y, long version);

    /**
     * Gradients, given {@code g} for the output.
     *
     * @param ofInput null if nobody needs the gradient for the input
     */
    void backward(INDArray x, INDArray weights, INDArray g, @Nullable INDArray ofInput, INDArray ofWeights);

    @Override
    default void release() {
        // most keep nothing large
    }

    /** oneDNN called directly for floats in host memory, where it is there; ND4J's operations for all else. */
    static ConvolutionKernel of(LayerSpec.Convolution spec, DataType type, boolean portable) {
        Optional<OneDnn> library = HostKernels.oneDnn(type, portable);
        if (library.isPresent()) {
            return new HostConvolution(library.get(), spec);
        }
        ConvolutionOperation operation = new ConvolutionOperation(spec, !portable);
        if (spec.groups() == 1) {
            return operation;
        }
        return new BundledConvolution(
                operation, Bundles.of(spec.groups(), spec.inChannels(), spec.outChannels(), Bundles.FULL_SPEED));
    }
}
