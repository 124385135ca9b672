package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/**
 * One instance of a network as an ONNX file. Its pooling is an AveragePool where the bins are alike, else two products with
 * matrices of the bins. The messages are those that ND4J brings along for its import.
 */
final class OnnxModel {
    /** Name of the probabilities {@code [image][class]}. */
    static final String OUTPUT = "probabilities";

    private static final int OPERATORS = 13;
    private static final int FILE_VERSION = 7;
    private static final float EPSILON = 1e-5f;

    private final NetworkPlan plan;
    private final NamedWeights weights;
    private final Map<String, ChannelStatistics> statistics;
    private final Instance instance;
    private final Map<String, Integer> sides;
    private final Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder().setName("network");

    private OnnxModel(
            NetworkPlan plan, NamedWeights weights, Map<String, ChannelStatistics> statistics, Instance instance) {
        this.plan = plan;
        this.weights = weights;
        this.statistics = statistics;
        this.instance = instance;
        this.sides = plan.sides(instance);
    }

    /**
     * The file's bytes.
     *
     * @param statistics of the instance, by layer
     * @param count images that the network takes at a time
     * @throws IllegalArgumentException if the plan has a layer that this comparison does not know
     */
    static byte[] of(
            NetworkPlan plan,
            NamedWeights weights,
            Map<String, ChannelStatistics> statistics,
            Instance instance,
            int count) {
        OnnxModel model = new OnnxModel(plan, weights, statistics, instance);
        plan.layers().forEach(model::add);
        model.graph
                .addNode(node("Softmax", OUTPUT, plan.output(instance)).addAttribute(integer("axis", 1)))
                .addInput(tensor(NetworkPlan.INPUT, count, plan.channels(), plan.side(), plan.side()))
                .addOutput(tensor(
                        OUTPUT,
                        count,
                        plan.layers().get(plan.layers().size() - 1).outChannels()));
        return Onnx.ModelProto.newBuilder()
                .setIrVersion(FILE_VERSION)
                .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(model.graph)
                .build()
                .toByteArray();
    }

    private void add(LayerSpec layer) {
        String name = layer.name();
        String input = layer.inputs().get(0);
        if (layer instanceof LayerSpec.Convolution c) {
            convolution(c);
        } else if (layer instanceof LayerSpec.BatchNorm n) {
            norm(n);
        } else if (layer instanceof LayerSpec.Relu) {
            graph.addNode(node("Relu", name, input));
        } else if (layer instanceof LayerSpec.ResidualAdd a && a.survival() == 1) {
            boolean here = instance.downsamplesAt(a.point());
            String sum = here ? name + "/sum" : name;
            graph.addNode(node("Add", sum, a.left(), a.right()));
            if (here) {
                downsample(name, sum, side(a.left()), side(name));
            }
        } else if (layer instanceof LayerSpec.GlobalAveragePool) {
            graph.addNode(node("GlobalAveragePool", name + "/map", input));
            graph.addNode(node("Flatten", name, name + "/map"));
        } else if (layer instanceof LayerSpec.Classifier c) {
            graph.addNode(node(
                    "Gemm",
                    name,
                    input,
                    weight(name + "/weights", c.inChannels(), c.outChannels()),
                    weight(name + "/bias", c.outChannels())));
        } else {
            throw new IllegalArgumentException("the comparison with ONNX Runtime has no " + layer);
        }
    }

    private void convolution(LayerSpec.Convolution c) {
        String kernel =
                weight(c.name() + "/weights", c.outChannels(), c.inChannels() / c.groups(), c.kernel(), c.kernel());
        graph.addNode(node("Conv", c.name(), c.input(), kernel)
                .addAttribute(integers("kernel_shape", c.kernel(), c.kernel()))
                .addAttribute(integers("strides", c.stride(), c.stride()))
                .addAttribute(integers("pads", c.padding(), c.padding(), c.padding(), c.padding()))
                .addAttribute(integer("group", c.groups())));
    }

    private void norm(LayerSpec.BatchNorm n) {
        ChannelStatistics own = statistics.get(n.name());
        if (own == null) {
            throw new IllegalArgumentException("no statistics of " + n.name());
        }
        String normal = n.relu() ? n.name() + "/normal" : n.name();
        graph.addNode(node(
                        "BatchNormalization",
                        normal,
                        n.input(),
                        weight(n.name() + "/scale", n.outChannels()),
                        weight(n.name() + "/shift", n.outChannels()),
                        constant(n.name() + "/mean", own.mean(), n.outChannels()),
                        constant(n.name() + "/variance", own.variance(), n.outChannels()))
                .addAttribute(Onnx.AttributeProto.newBuilder()
                        .setName("epsilon")
                        .setType(Onnx.AttributeProto.AttributeType.FLOAT)
                        .setF(EPSILON)));
        if (n.relu()) {
            graph.addNode(node("Relu", n.name(), normal));
        }
    }

    private void downsample(String name, String input, int in, int out) {
        if (in % out == 0) {
            graph.addNode(node("AveragePool", name, input)
                    .addAttribute(integers("kernel_shape", in / out, in / out))
                    .addAttribute(integers("strides", in / out, in / out)));
            return;
        }
        AdaptiveBins bins = AdaptiveBins.of(in, out);
        float[] rows = new float[out * in];
        for (int bin = 0; bin < out; bin++) {
            Arrays.fill(
                    rows, bin * in + bins.start(bin), bin * in + bins.end(bin), 1f / (bins.end(bin) - bins.start(bin)));
        }
        float[] columns = MemoryLayout.swapped(rows, 1, out, in);
        graph.addNode(node("MatMul", name + "/narrow", input, constant(name + "/columns", columns, in, out)));
        graph.addNode(node("MatMul", name, constant(name + "/rows", rows, out, in), name + "/narrow"));
    }

    private int side(String layer) {
        return sides.getOrDefault(layer, plan.side());
    }

    private String weight(String name, int... shape) {
        long length = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        return constant(name, weights.get(name, length), shape);
    }

    private String constant(String name, float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Onnx.TensorProto.Builder tensor = Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes.array()));
        for (int size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static Onnx.NodeProto.Builder node(String operator, String output, String... inputs) {
        return Onnx.NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(output);
    }

    private static Onnx.AttributeProto.Builder integer(String name, int value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(value);
    }

    private static Onnx.AttributeProto.Builder integers(String name, int... values) {
        Onnx.AttributeProto.Builder attribute =
                Onnx.AttributeProto.newBuilder().setName(name).setType(Onnx.AttributeProto.AttributeType.INTS);
        for (int value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }

    private static Onnx.ValueInfoProto tensor(String name, int... sizes) {
        Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
        for (int size : sizes) {
            shape.addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        Onnx.TypeProto.Tensor type = Onnx.TypeProto.Tensor.newBuilder()
                .setElemType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                .setShape(shape)
                .build();
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(Onnx.TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
