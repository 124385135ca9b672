package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.Kernels.Affine;
import dev.sdpoint.engine.compute.Kernels.Affine3;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalisation put together from {@link Kernels}, for any type and device. */
final class KernelNormalization implements Normalization {
    private final Kernels kernels;
    private final double epsilon;
    private final boolean relu;

    // of the last pass forward
    private double[] mean = {};
    private double[] inverseDeviation = {};
    private Affine applied = new Affine(mean, mean);

    KernelNormalization(Kernels kernels, double epsilon, boolean relu) {
        this.kernels = kernels;
        this.epsilon = epsilon;
        this.relu = relu;
    }

    @Override
    public void byBatch(INDArray x, INDArray y, Scaling scaling, float[] means, float[] variances) {
        double[] ofMean = new double[means.length];
        double[] variance = new double[means.length];
        kernels.moments(x, ofMean, variance);
        for (int k = 0; k < means.length; k++) {
            means[k] = (float) ofMean[k];
            variances[k] = (float) variance[k];
        }
        apply(x, y, scaling, ofMean, variance);
    }

    @Override
    public void byStatistics(INDArray x, INDArray y, Scaling scaling, float[] means, float[] variances) {
        double[] ofMean = new double[means.length];
        double[] variance = new double[means.length];
        for (int k = 0; k < means.length; k++) {
            ofMean[k] = means[k];
            variance[k] = variances[k];
        }
        apply(x, y, scaling, ofMean, variance);
    }

    private void apply(INDArray x, INDArray y, Scaling scaling, double[] ofMean, double[] variance) {
        double[] gamma = scaling.gamma().toDoubleVector();
        double[] beta = scaling.beta().toDoubleVector();
        double[] scale = new double[ofMean.length];
        double[] shift = new double[ofMean.length];
        mean = ofMean;
        inverseDeviation = new double[ofMean.length];
        for (int k = 0; k < ofMean.length; k++) {
            inverseDeviation[k] = 1 / Math.sqrt(variance[k] + epsilon);
            scale[k] = gamma[k] * inverseDeviation[k];
            shift[k] = beta[k] - ofMean[k] * scale[k];
        }
        applied = new Affine(scale, shift);
        kernels.scaleShift(x, y, scale, shift, relu);
    }

    @Override
    public void backward(INDArray x, INDArray g, INDArray ofInput, Scaling scaling, Scaling gradients) {
        int channels = mean.length;
        double rows = (double) x.length() / channels;
        double[] sumG = new double[channels];
        double[] sumGx = new double[channels];
        kernels.backwardSums(x, g, applied.scale(), applied.shift(), relu, sumG, sumGx);
        double[] gamma = scaling.gamma().toDoubleVector();
        double[] ofGamma = new double[channels];
        Affine3 back = new Affine3(new double[channels], new double[channels], new double[channels]);
        for (int k = 0; k < channels; k++) {
            ofGamma[k] = (sumGx[k] - mean[k] * sumG[k]) * inverseDeviation[k];
            back.ofG()[k] = gamma[k] * inverseDeviation[k];
            back.ofX()[k] = -back.ofG()[k] * inverseDeviation[k] * ofGamma[k] / rows;
            back.constant()[k] = -back.ofG()[k] * sumG[k] / rows - back.ofX()[k] * mean[k];
        }
        kernels.backwardApply(x, g, ofInput, applied, relu, back);
        put(gradients.gamma(), ofGamma);
        put(gradients.beta(), sumG);
    }

    private static void put(INDArray view, double[] values) {
        view.assign(Nd4j.createFromArray(values).castTo(view.dataType()).reshape(view.shape()));
    }
}
