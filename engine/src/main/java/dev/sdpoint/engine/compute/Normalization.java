package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.onednn.OneDnn;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation of one layer, with ReLU behind it or without: {@code y = γ · (x − mean) / sqrt(variance + ε) + β} per channel. Maps
 * {@code [image][row][column][channel]}, contiguous in 'c' order. One thread at a time.
 */
interface Normalization extends NativeMemory.Owner {
    /**
     * By the batch's own statistics.
     *
     * @param means are set to the means of the batch
     * @param variances are set to its variances, biased
     */
    void byBatch(INDArray x, INDArray y, Scaling scaling, float[] means, float[] variances);

    /** By given statistics. */
    void byStatistics(INDArray x, INDArray y, Scaling scaling, float[] means, float[] variances);

    /** Gradients, given {@code g} for the output of the last {@link #byBatch}, whose input was {@code x}. */
    void backward(INDArray x, INDArray g, INDArray ofInput, Scaling scaling, Scaling gradients);

    @Override
    default void release() {
        // nothing large is kept
    }

    /** γ and β, or what stands for them: a value a channel each. */
    record Scaling(INDArray gamma, INDArray beta) {}

    /** oneDNN called directly for floats in host memory, where it is there; {@link Kernels} for all else. */
    static Normalization of(int channels, double epsilon, boolean relu, DataType type, boolean portable) {
        Optional<OneDnn> library = HostKernels.oneDnn(type, portable);
        if (library.isPresent()) {
            return new HostNormalization(library.get(), channels, epsilon, relu);
        }
        return new KernelNormalization(Kernels.forType(type, portable), epsilon, relu);
    }
}
