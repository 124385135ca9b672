package dev.sdpoint.engine.compute;

import static dev.sdpoint.engine.compute.HostKernels.address;
import static dev.sdpoint.engine.compute.HostKernels.extent;

import dev.sdpoint.engine.compute.onednn.BatchNormalization;
import dev.sdpoint.engine.compute.onednn.OneDnn;
import org.nd4j.linalg.api.ndarray.INDArray;

/** oneDNN's batch normalisation of floats in host memory. */
final class HostNormalization implements Normalization {
    private final BatchNormalization normalization;

    HostNormalization(OneDnn library, int channels, double epsilon, boolean relu) {
        this.normalization = new BatchNormalization(library, channels, epsilon, relu);
    }

    @Override
    public void release() {
        normalization.close();
    }

    @Override
    public void byBatch(INDArray x, INDArray y, Scaling scaling, float[] means, float[] variances) {
        normalization.byBatch(
                extent(x), address(x), address(y), address(scaling.gamma()), address(scaling.beta()), means, variances);
    }

    @Override
    public void byStatistics(INDArray x, INDArray y, Scaling scaling, float[] means, float[] variances) {
        normalization.byStatistics(
                extent(x), address(x), address(y), address(scaling.gamma()), address(scaling.beta()), means, variances);
    }

    @Override
    public void backward(INDArray x, INDArray g, INDArray ofInput, Scaling scaling, Scaling gradients) {
        normalization.backward(
                extent(x),
                address(x),
                address(g),
                address(ofInput),
                address(scaling.gamma()),
                address(scaling.beta()),
                address(gradients.gamma()),
                address(gradients.beta()));
    }
}
