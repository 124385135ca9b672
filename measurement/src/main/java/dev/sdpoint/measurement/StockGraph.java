package dev.sdpoint.measurement;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The full network of a plan in the layers that DL4J ships, as its users would write it. */
public final class StockGraph {
    private static final Map<String, String> SUFFIXES =
            Map.of("weights", "W", "bias", "b", "scale", "gamma", "shift", "beta");

    private StockGraph() {}

    /** Whether DL4J has all the layers: it has no grouped convolution, and after batch norm this writes a ReLU. */
    public static boolean canHave(NetworkPlan plan) {
        return plan.layers().stream()
                .allMatch(layer -> (layer instanceof LayerSpec.Convolution c && c.groups() == 1)
                        || (layer instanceof LayerSpec.BatchNorm n && n.relu())
                        || layer instanceof LayerSpec.ResidualAdd
                        || layer instanceof LayerSpec.GlobalAveragePool
                        || layer instanceof LayerSpec.Classifier);
    }

    /** The same network with the same parameters and statistics. */
    public static ComputationGraph of(
            NetworkPlan plan, CNN2DFormat format, NamedWeights weights, Map<String, ChannelStatistics> statistics) {
        ComputationGraph graph = of(plan, format);
        weights.arrays().forEach((name, values) -> {
            int slash = name.lastIndexOf('/');
            String suffix = SUFFIXES.get(name.substring(slash + 1));
            if (suffix != null) {
                write(graph, name.substring(0, slash) + "_" + suffix, values);
            }
        });
        statistics.forEach((layer, own) -> {
            write(graph, layer + "_mean", own.mean());
            write(graph, layer + "_var", own.variance());
        });
        return graph;
    }

    /** Operations of an image, counted from the graph's parameters and from what its layers put out. */
    static long flops(ComputationGraph graph, NetworkPlan plan, CNN2DFormat format, DataSet data) {
        Map<String, long[]> shapes = new HashMap<>();
        graph.feedForward(data.getFeatures(), false).forEach((name, map) -> {
            INDArray channelsFirst = map.rank() == 4 && format == CNN2DFormat.NHWC ? map.permute(0, 3, 1, 2) : map;
            shapes.put(name, channelsFirst.shape());
        });
        return ObservedFlops.of(
                plan, convolution -> graph.getParam(convolution.name() + "_W").length(), shapes);
    }

    /** Mean cross-entropy in nats as a training step sees it: normalised by the batch, before the update. */
    static double loss(ComputationGraph graph, DataSet data) {
        INDArray answers = graph.output(true, data.getFeatures())[0];
        return -Transforms.log(answers).mul(data.getLabels()).sumNumber().doubleValue() / answers.size(0);
    }

    private static void write(ComputationGraph graph, String name, float[] values) {
        INDArray array = graph.getParam(name);
        array.assign(Nd4j.createFromArray(values).reshape('c', array.shape()));
    }

    /** Class probabilities {@code [image][class]}. */
    public static float[] probabilities(ComputationGraph graph, DataSet data) {
        INDArray answers = graph.output(data.getFeatures())[0].dup('c');
        return answers.data().getFloatsAt(0, (int) answers.length());
    }

    /** A batch as such a graph takes it. */
    public static DataSet dataSet(Batch batch, int classes, CNN2DFormat format) {
        int side = batch.side();
        long channels = batch.images().length / ((long) batch.size() * side * side);
        INDArray images =
                Nd4j.createFromArray(batch.images()).reshape('c', new long[] {batch.size(), side, side, channels});
        INDArray labels = Nd4j.zeros(DataType.FLOAT, batch.size(), classes);
        for (int i = 0; i < batch.size(); i++) {
            labels.putScalar(i, batch.labels()[i], 1);
        }
        return new DataSet(
                format == CNN2DFormat.NCHW ? images.permute(0, 3, 1, 2).dup('c') : images, labels);
    }

    private static ComputationGraph of(NetworkPlan plan, CNN2DFormat format) {
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Nesterovs(PaperTraining.RATE, PaperTraining.MOMENTUM))
                .l2(PaperTraining.WEIGHT_DECAY)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs(NetworkPlan.INPUT)
                .setInputTypes(InputType.convolutional(plan.side(), plan.side(), plan.channels(), format));
        for (LayerSpec layer : plan.layers()) {
            add(builder, layer, format);
        }
        builder.setOutputs(plan.layers().get(plan.layers().size() - 1).name());
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    private static void add(GraphBuilder builder, LayerSpec layer, CNN2DFormat format) {
        String[] inputs = layer.inputs().stream().map(StockGraph::output).toArray(String[]::new);
        if (layer instanceof LayerSpec.Convolution c) {
            ConvolutionLayer convolution = new ConvolutionLayer.Builder(c.kernel(), c.kernel())
                    .nIn(c.inChannels())
                    .nOut(c.outChannels())
                    .stride(c.stride(), c.stride())
                    .padding(c.padding(), c.padding())
                    .hasBias(false)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .dataFormat(format)
                    .activation(Activation.IDENTITY)
                    .build();
            builder.addLayer(c.name(), convolution, inputs);
        } else if (layer instanceof LayerSpec.BatchNorm n) {
            BatchNormalization norm = new BatchNormalization.Builder()
                    .nIn(n.outChannels())
                    .nOut(n.outChannels())
                    .dataFormat(format)
                    .useLogStd(false)
                    .build();
            builder.addLayer(n.name(), norm, inputs);
            builder.addLayer(
                    output(n.name()),
                    new ActivationLayer.Builder().activation(Activation.RELU).build(),
                    n.name());
        } else if (layer instanceof LayerSpec.ResidualAdd a) {
            builder.addVertex(a.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
        } else if (layer instanceof LayerSpec.GlobalAveragePool p) {
            int[] dimensions = format == CNN2DFormat.NHWC ? new int[] {1, 2} : new int[] {2, 3};
            builder.addLayer(
                    p.name(),
                    new GlobalPoolingLayer.Builder(PoolingType.AVG)
                            .poolingDimensions(dimensions)
                            .build(),
                    inputs);
        } else if (layer instanceof LayerSpec.Classifier c) {
            OutputLayer classifier = new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .nIn(c.inChannels())
                    .nOut(c.outChannels())
                    .activation(Activation.SOFTMAX)
                    .build();
            builder.addLayer(c.name(), classifier, inputs);
        }
    }

    /** Stock batch norm has no ReLU; a layer of its own follows it. */
    private static String output(String layer) {
        return layer.contains("norm") ? layer + "-relu" : layer;
    }
}
