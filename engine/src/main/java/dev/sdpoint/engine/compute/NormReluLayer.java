package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.Normalization.Scaling;
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

/** The layer of {@link NormRelu}: a {@link Normalization} by the statistics of the pass. */
final class NormReluLayer extends BatchNormalization implements NativeMemory.Owner {
    private static final String GAMMA = BatchNormalizationParamInitializer.GAMMA;
    private static final String BETA = BatchNormalizationParamInitializer.BETA;
    private static final String MEAN = BatchNormalizationParamInitializer.GLOBAL_MEAN;
    private static final String VARIANCE = BatchNormalizationParamInitializer.GLOBAL_VAR;

    /** Weight of a batch in the running averages, as in PyTorch. */
    private static final double RUNNING_MOMENTUM = 0.1;

    private final NormRelu settings;
    private final Normalization normalization;

    // of the last batch
    private final float[] means;
    private final float[] variances;

    NormReluLayer(NeuralNetConfiguration conf, DataType type, NormRelu settings) {
        super(conf, type);
        this.settings = settings;
        int channels = (int) settings.getNOut();
        this.normalization = Normalization.of(channels, settings.getEps(), settings.relu(), type, settings.portable());
        this.means = new float[channels];
        this.variances = new float[channels];
    }

    @Override
    public void release() {
        normalization.release();
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
        INDArray x = Contiguous.of(input);
        INDArray y = workspace.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), x.shape(), 'c');
        PassContext pass = settings.context();
        String layer = conf.getLayer().getLayerName();
        if (pass.usesBatchStatistics()) {
            normalization.byBatch(x, y, scaling(), means, variances);
            pass.record(layer, means, variances, x.length() / means.length);
        } else {
            ChannelStatistics statistics = pass.statistics(layer);
            normalization.byStatistics(x, y, scaling(), statistics.mean(), statistics.variance());
        }
        return y;
    }

    private Scaling scaling() {
        return new Scaling(getParam(GAMMA), getParam(BETA));
    }

    /** Nothing of a normalisation decays. */
    @Override
    public double calcRegularizationScore(boolean backpropOnlyParams) {
        return 0;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspace) {
        INDArray x = Contiguous.of(input);
        INDArray ofInput = workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        Scaling gradients = new Scaling(GradientViews.of(gradientViews, GAMMA), GradientViews.of(gradientViews, BETA));
        normalization.backward(x, Contiguous.of(epsilon), ofInput, scaling(), gradients);
        return new Pair<>(gradient(gradients, (double) x.length() / means.length), ofInput);
    }

    /** The running averages are "learned" through the gradient view, because DL4J subtracts it from the parameters. */
    private Gradient gradient(Scaling gradients, double rows) {
        float[] ofMean = Contiguous.floats(getParam(MEAN));
        float[] ofVariance = Contiguous.floats(getParam(VARIANCE));
        double unbiased = rows > 1 ? rows / (rows - 1) : 1;
        for (int k = 0; k < means.length; k++) {
            ofMean[k] = (float) (RUNNING_MOMENTUM * (ofMean[k] - means[k]));
            ofVariance[k] = (float) (RUNNING_MOMENTUM * (ofVariance[k] - variances[k] * unbiased));
        }
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(GAMMA, gradients.gamma());
        gradient.setGradientFor(BETA, gradients.beta());
        put(gradient, MEAN, ofMean);
        put(gradient, VARIANCE, ofVariance);
        return gradient;
    }

    private void put(Gradient gradient, String parameter, float[] values) {
        INDArray view = GradientViews.of(gradientViews, parameter);
        if (HostKernels.suit(view.dataType(), settings.portable())) {
            HostKernels.buffer(view).put(values); // without an array and an operation for a few values
        } else {
            view.assign(Nd4j.createFromArray(values).castTo(view.dataType()).reshape(view.shape()));
        }
        gradient.setGradientFor(parameter, view);
    }
}
