package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.network.LayerSpec;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Nesterovs;

/** A grouped convolution in a graph that DL4J trains: its updater, its weight decay, its workspaces. */
class GroupedConvolutionStepTest {
    private static final int CHANNELS = 32;
    private static final int GROUPS = 4;
    private static final int SIDE = 6;
    private static final double RATE = 0.5;
    private static final double MOMENTUM = 0.9;
    private static final double DECAY = 0.25;
    private static final LayerSpec.Convolution SPEC =
            new LayerSpec.Convolution("grouped", 1, "input", CHANNELS, CHANNELS, 3, 1, 1, GROUPS);

    private final Random random = new Random(5);

    private static ComputationGraph graph(ConvolutionLayer convolution) {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Nesterovs(RATE, MOMENTUM))
                .l2(DECAY)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(SIDE, SIDE, CHANNELS, CNN2DFormat.NHWC))
                .addLayer("grouped", convolution, "input")
                .addLayer(
                        "pool",
                        new GlobalPoolingLayer.Builder(PoolingType.AVG)
                                .poolingDimensions(1, 2)
                                .build(),
                        "grouped")
                .addLayer(
                        "classifier",
                        new SoftmaxClassifier(new LayerSpec.Classifier("classifier", 2, "pool", CHANNELS, 2, 1)),
                        "pool")
                .setOutputs("classifier")
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    private INDArray noise(long... shape) {
        float[] values = new float[(int) Nd4j.create(DataType.FLOAT, shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return KernelsTest.array(values, shape);
    }

    private DataSet batch(int images) {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, images, 2);
        for (int i = 0; i < images; i++) {
            labels.putScalar(i, i % 2, 1);
        }
        return new DataSet(noise(images, SIDE, SIDE, CHANNELS), labels);
    }

    @Test
    void stepMovesWeightsByRateMomentumAndDecay() {
        ComputationGraph graph = graph(new NhwcConvolution(SPEC));
        INDArray weights = graph.getParam("grouped_W");
        assertThat(weights.shape()).containsExactly(CHANNELS, CHANNELS / GROUPS, 3, 3);
        DataSet batch = batch(4);
        INDArray velocity = Nd4j.zeros(weights.shape());
        for (int step = 0; step < 3; step++) {
            INDArray before = weights.dup('c');
            graph.setInputs(batch.getFeatures());
            graph.setLabels(batch.getLabels());
            graph.computeGradientAndScore();
            // DL4J sums over images here and divides in its updater
            INDArray slope =
                    graph.gradient().getGradientFor("grouped_W").dup('c').div(4).add(before.mul(DECAY));
            INDArray next = velocity.mul(MOMENTUM).sub(slope.mul(RATE));
            // Nesterov's step as DL4J writes it
            INDArray expected = before.add(next.mul(1 + MOMENTUM)).sub(velocity.mul(MOMENTUM));
            velocity = next;
            graph.fit(batch);
            assertThat(KernelsTest.values(weights)).containsExactly(KernelsTest.values(expected), within(1e-5f));
            assertThat(KernelsTest.values(weights)).isNotEqualTo(KernelsTest.values(before));
        }
    }

    @Test
    void firstStepIsThatOfADenseConvolutionWithBlockDiagonalWeights() {
        ComputationGraph grouped = graph(new NhwcConvolution(SPEC));
        ComputationGraph dense = graph(
                new NhwcConvolution(new LayerSpec.Convolution("grouped", 1, "input", CHANNELS, CHANNELS, 3, 1, 1, 1)));
        INDArray ours = grouped.getParam("grouped_W");
        INDArray theirs = dense.getParam("grouped_W").assign(0);
        int each = CHANNELS / GROUPS;
        ours.assign(noise(ours.shape()));
        for (int group = 0; group < GROUPS; group++) {
            block(theirs, group).assign(ours.get(NDArrayIndex.interval(group * each, (group + 1) * each)));
        }
        dense.getParam("classifier_W").assign(grouped.getParam("classifier_W"));
        DataSet batch = batch(6);
        grouped.fit(batch);
        dense.fit(batch);
        for (int group = 0; group < GROUPS; group++) {
            INDArray found = ours.get(NDArrayIndex.interval(group * each, (group + 1) * each));
            assertThat(KernelsTest.values(found))
                    .containsExactly(KernelsTest.values(block(theirs, group)), within(1e-5f));
        }
        assertThat(grouped.score()).isNotNaN();
    }

    @Test
    void refusesAnInputWithOtherChannels() {
        LayerSpec.Convolution wider =
                new LayerSpec.Convolution("grouped", 1, "input", 2 * CHANNELS, CHANNELS, 3, 1, 1, GROUPS);
        assertThatThrownBy(() -> graph(new NhwcConvolution(wider)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made for 64 input channels and is given 32");
    }

    private static INDArray block(INDArray dense, int group) {
        int each = CHANNELS / GROUPS;
        return dense.get(
                NDArrayIndex.interval(group * each, (group + 1) * each),
                NDArrayIndex.interval(group * each, (group + 1) * each));
    }

    @Test
    void trainsOnBatchesThatGrowAndShrink() {
        ComputationGraph graph = graph(new NhwcConvolution(SPEC));
        for (int images : new int[] {1, 3, 64, 2, 400, 7, 1}) {
            DataSet batch = batch(images);
            graph.fit(batch);
            LoneLayer alone = new LoneLayer(new NhwcConvolution(SPEC), DataType.FLOAT);
            alone.setWeights(graph.getParam("grouped_W"));
            INDArray expected = alone.forward(batch.getFeatures());
            INDArray found = graph.feedForward(batch.getFeatures(), false).getOrDefault("grouped", Nd4j.empty());
            assertThat(found.equalsWithEps(expected, 1e-5)).isTrue();
        }
    }
}
