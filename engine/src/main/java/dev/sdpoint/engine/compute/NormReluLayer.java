package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.Kernels.Affine;
import dev.sdpoint.engine.compute.Kernels.Affine3;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layer of {@link NormRelu}: {@code y = relu(γ · (x − mean) / sqrt(variance + ε) + β)}, or the same without ReLU. */
final class NormReluLayer extends BatchNormalization {
    private static final String GAMMA = BatchNormalizationParamInitializer.GAMMA;
    private static final String BETA = BatchNormalizationParamInitializer.BETA;
    private static final String MEAN = BatchNormalizationParamInitializer.GLOBAL_MEAN;
    private static final String VARIANCE = BatchNormalizationParamInitializer.GLOBAL_VAR;

    /** Weight of a batch in the running averages, as in PyTorch. */
    private static final double RUNNING_MOMENTUM = 0.1;

    private final NormRelu settings;
    private final double[] mean;
    private final double[] variance;
    private final double[] inverseDeviation;
    private Affine applied;

    NormReluLayer(NeuralNetConfiguration conf, DataType type, NormRelu settings) {
        super(conf, type);
        this.settings = settings;
        int channels = (int) settings.getNOut();
        mean = new double[channels];
        variance = new double[channels];
        inverseDeviation = new double[channels];
        applied = new Affine(new double[channels], new double[channels]);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
        INDArray x = input;
        PassContext pass = settings.context();
        String layer = conf.getLayer().getLayerName();
        if (pass.usesBatchStatistics()) {
            settings.kernels(x.dataType()).moments(x, mean, variance);
            pass.record(layer, mean, variance, x.length() / mean.length);
        } else {
            take(pass.statistics(layer));
        }
        double[] gamma = getParam(GAMMA).toDoubleVector();
        double[] beta = getParam(BETA).toDoubleVector();
        double[] scale = new double[mean.length];
        double[] shift = new double[mean.length];
        for (int k = 0; k < mean.length; k++) {
            inverseDeviation[k] = 1 / Math.sqrt(variance[k] + settings.getEps());
            scale[k] = gamma[k] * inverseDeviation[k];
            shift[k] = beta[k] - mean[k] * scale[k];
        }
        applied = new Affine(scale, shift);
        INDArray y = workspace.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), x.shape(), 'c');
        settings.kernels(x.dataType()).scaleShift(x, y, scale, shift, settings.relu());
        return y;
    }

    private void take(ChannelStatistics statistics) {
        float[] means = statistics.mean();
        float[] variances = statistics.variance();
        for (int k = 0; k < mean.length; k++) {
            mean[k] = means[k];
            variance[k] = variances[k];
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspace) {
        INDArray x = input;
        INDArray g = Contiguous.of(epsilon);
        Kernels kernels = settings.kernels(x.dataType());
        int channels = mean.length;
        double rows = (double) x.length() / channels;
        double[] sumG = new double[channels];
        double[] sumGx = new double[channels];
        kernels.backwardSums(x, g, applied.scale(), applied.shift(), settings.relu(), sumG, sumGx);
        double[] gamma = getParam(GAMMA).toDoubleVector();
        double[] ofGamma = new double[channels];
        Affine3 back = new Affine3(new double[channels], new double[channels], new double[channels]);
        for (int k = 0; k < channels; k++) {
            ofGamma[k] = (sumGx[k] - mean[k] * sumG[k]) * inverseDeviation[k];
            back.ofG()[k] = gamma[k] * inverseDeviation[k];
            back.ofX()[k] = -back.ofG()[k] * inverseDeviation[k] * ofGamma[k] / rows;
            back.constant()[k] = -back.ofG()[k] * sumG[k] / rows - back.ofX()[k] * mean[k];
        }
        INDArray dx = workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        kernels.backwardApply(x, g, dx, applied, settings.relu(), back);
        return new Pair<>(gradients(ofGamma, sumG, rows), dx);
    }

    /** The running averages are "learned" through the gradient view, because DL4J subtracts it from the parameters. */
    private Gradient gradients(double[] ofGamma, double[] ofBeta, double rows) {
        double[] runningMean = getParam(MEAN).toDoubleVector();
        double[] runningVariance = getParam(VARIANCE).toDoubleVector();
        double unbiased = rows > 1 ? rows / (rows - 1) : 1;
        for (int k = 0; k < mean.length; k++) {
            runningMean[k] = RUNNING_MOMENTUM * (runningMean[k] - mean[k]);
            runningVariance[k] = RUNNING_MOMENTUM * (runningVariance[k] - variance[k] * unbiased);
        }
        Gradient gradient = new DefaultGradient();
        put(gradient, GAMMA, ofGamma);
        put(gradient, BETA, ofBeta);
        put(gradient, MEAN, runningMean);
        put(gradient, VARIANCE, runningVariance);
        return gradient;
    }

    private void put(Gradient gradient, String parameter, double[] values) {
        INDArray view = GradientViews.of(gradientViews, parameter);
        view.assign(Nd4j.createFromArray(values).castTo(view.dataType()).reshape(view.shape()));
        gradient.setGradientFor(parameter, view);
    }
}
