package dev.sdpoint.engine.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import onnx.Onnx;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * Reads an ONNX file with the classes that ND4J brings along and computes it by loops over doubles, from the definitions of the
 * operators in the ONNX specification. Slow; for the operators that our files have.
 */
public final class OnnxEvaluator {
    private final Onnx.ModelProto model;

    private OnnxEvaluator(Onnx.ModelProto model) {
        this.model = model;
    }

    /** Opens a file. */
    public static OnnxEvaluator of(byte[] file) {
        try {
            return new OnnxEvaluator(Onnx.ModelProto.parseFrom(file));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("this is no ONNX file", e);
        }
    }

    /** Values with their shape, row-major. */
    public record Tensor(int[] shape, double[] values) {
        public Tensor {
            if (size(shape) != values.length) {
                throw new IllegalArgumentException(
                        values.length + " values do not have the shape " + Arrays.toString(shape));
            }
        }

        private static Tensor zeros(int... shape) {
            return new Tensor(shape, new double[size(shape)]);
        }

        private static int size(int[] shape) {
            return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        }
    }

    /** The file as read. */
    public Onnx.ModelProto model() {
        return model;
    }

    /** How many operators of a type there are. */
    public long count(String type) {
        return model.getGraph().getNodeList().stream()
                .filter(node -> node.getOpType().equals(type))
                .count();
    }

    /** The only output for the only input. */
    public Tensor run(Tensor input) {
        return run(input, model.getGraph().getOutput(0).getName());
    }

    /** A value on the way, by its name. */
    Tensor run(Tensor input, String wanted) {
        Map<String, Tensor> values = new HashMap<>();
        for (Onnx.TensorProto constant : model.getGraph().getInitializerList()) {
            values.put(constant.getName(), constant(constant));
        }
        values.put(model.getGraph().getInput(0).getName(), input);
        for (Onnx.NodeProto node : model.getGraph().getNodeList()) {
            List<Tensor> inputs = node.getInputList().stream()
                    .map(name -> Objects.requireNonNull(values.get(name), name))
                    .toList();
            Tensor before = values.put(node.getOutput(0), run(new Operator(node), inputs));
            if (before != null) {
                throw new IllegalArgumentException(node.getOutput(0) + " is made twice");
            }
        }
        return Objects.requireNonNull(values.get(wanted), wanted);
    }

    private static Tensor constant(Onnx.TensorProto proto) {
        int[] shape = proto.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        ByteBuffer bytes = ByteBuffer.wrap(proto.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        Tensor tensor = Tensor.zeros(shape);
        boolean whole = proto.getDataType() == Onnx.TensorProto.DataType.INT64_VALUE;
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = whole ? bytes.getLong() : bytes.getFloat();
        }
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException(proto.getName() + " has more values than its shape");
        }
        return tensor;
    }

    /** A node with its attributes at hand. */
    private record Operator(Onnx.NodeProto node) {
        Onnx.AttributeProto attribute(String name) {
            return node.getAttributeList().stream()
                    .filter(a -> a.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(node.getName() + " lacks " + name));
        }

        int integer(String name) {
            return Math.toIntExact(attribute(name).getI());
        }

        /** The one value of a list for all sides. */
        int alike(String name) {
            List<Long> distinct =
                    attribute(name).getIntsList().stream().distinct().toList();
            if (distinct.size() != 1) {
                throw new IllegalArgumentException(node.getName() + " has " + name + " " + distinct);
            }
            return Math.toIntExact(distinct.get(0));
        }
    }

    private static Tensor run(Operator operator, List<Tensor> in) {
        Tensor x = in.get(0);
        return switch (operator.node().getOpType()) {
            case "Add" -> broadcast(x, in.get(1), Double::sum);
            case "Mul" -> broadcast(x, in.get(1), (a, b) -> a * b);
            case "Relu" ->
                new Tensor(
                        x.shape(),
                        Arrays.stream(x.values()).map(v -> Math.max(0, v)).toArray());
            case "Conv" -> convolution(operator, in);
            case "BatchNormalization" -> normalization(operator, in);
            case "AveragePool" -> pool(operator, x, false);
            case "MaxPool" -> pool(operator, x, true);
            case "GlobalAveragePool" -> global(x);
            case "Flatten" -> new Tensor(new int[] {x.shape()[0], x.values().length / x.shape()[0]}, x.values());
            case "MatMul" -> product(x, in.get(1));
            case "Gemm" -> broadcast(product(x, in.get(1)), in.get(2), Double::sum);
            case "Gather" -> gather(x, in.get(1), operator.integer("axis"));
            case "Concat" -> concatenation(in, operator.integer("axis"));
            case "Softmax" -> softmax(x, operator.integer("axis"));
            default -> throw new IllegalArgumentException("no operator " + operator.node());
        };
    }

    /** A smaller right side is repeated, its axes being the last ones. */
    private static Tensor broadcast(Tensor x, Tensor small, DoubleBinaryOperator function) {
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < y.values().length; i++) {
            int left = i;
            int at = 0;
            int step = 1;
            for (int axis = x.shape().length - 1; axis >= 0; axis--) {
                int position = left % x.shape()[axis];
                left /= x.shape()[axis];
                int own = axis - x.shape().length + small.shape().length;
                int size = own < 0 ? 1 : small.shape()[own];
                if (size != 1 && size != x.shape()[axis]) {
                    throw new IllegalArgumentException(
                            Arrays.toString(small.shape()) + " does not go with " + Arrays.toString(x.shape()));
                }
                at += size == 1 ? 0 : position * step;
                step *= size;
            }
            y.values()[i] = function.applyAsDouble(x.values()[i], small.values()[at]);
        }
        return y;
    }

    private static Tensor convolution(Operator operator, List<Tensor> in) {
        Tensor x = in.get(0);
        Tensor w = in.get(1);
        int kernel = w.shape()[2];
        int stride = operator.alike("strides");
        int padding = operator.alike("pads");
        int outChannels = w.shape()[0];
        int group = outChannels / operator.integer("group");
        int parts = w.shape()[1];
        int side = x.shape()[2];
        int out = (side + 2 * padding - kernel) / stride + 1;
        Tensor y = Tensor.zeros(x.shape()[0], outChannels, out, out);
        for (int n = 0; n < x.shape()[0]; n++) {
            for (int o = 0; o < outChannels; o++) {
                for (int at = 0; at < out * out; at++) {
                    double sum = in.size() > 2 ? in.get(2).values()[o] : 0;
                    for (int k = 0; k < kernel * kernel; k++) {
                        int row = at / out * stride - padding + k / kernel;
                        int column = at % out * stride - padding + k % kernel;
                        boolean inside = row >= 0 && row < side && column >= 0 && column < side;
                        for (int c = 0; inside && c < parts; c++) {
                            int map = n * x.shape()[1] + o / group * parts + c;
                            sum += x.values()[(map * side + row) * side + column]
                                    * w.values()[(o * parts + c) * kernel * kernel + k];
                        }
                    }
                    y.values()[((n * outChannels + o) * out) * out + at] = sum;
                }
            }
        }
        return y;
    }

    private static Tensor normalization(Operator operator, List<Tensor> in) {
        Tensor x = in.get(0);
        Tensor y = Tensor.zeros(x.shape());
        double epsilon = operator.attribute("epsilon").getF();
        int channels = x.shape()[1];
        int positions = x.shape()[2] * x.shape()[3];
        for (int i = 0; i < y.values().length; i++) {
            int c = i / positions % channels;
            double normal = (x.values()[i] - in.get(3).values()[c])
                    / Math.sqrt(in.get(4).values()[c] + epsilon);
            y.values()[i] = normal * in.get(1).values()[c] + in.get(2).values()[c];
        }
        return y;
    }

    /** What lies in the padding is left out. */
    private static Tensor pool(Operator operator, Tensor x, boolean maximum) {
        int kernel = operator.alike("kernel_shape");
        int stride = operator.alike("strides");
        int padding = operator.alike("pads");
        int side = x.shape()[2];
        int out = (side + 2 * padding - kernel) / stride + 1;
        Tensor y = Tensor.zeros(x.shape()[0], x.shape()[1], out, out);
        for (int map = 0; map < x.shape()[0] * x.shape()[1]; map++) {
            for (int at = 0; at < out * out; at++) {
                double sum = 0;
                double most = Double.NEGATIVE_INFINITY;
                int count = 0;
                for (int k = 0; k < kernel * kernel; k++) {
                    int row = at / out * stride - padding + k / kernel;
                    int column = at % out * stride - padding + k % kernel;
                    if (row >= 0 && row < side && column >= 0 && column < side) {
                        double value = x.values()[(map * side + row) * side + column];
                        sum += value;
                        most = Math.max(most, value);
                        count++;
                    }
                }
                y.values()[map * out * out + at] = maximum ? most : sum / count;
            }
        }
        return y;
    }

    private static Tensor global(Tensor x) {
        int positions = x.shape()[2] * x.shape()[3];
        Tensor y = Tensor.zeros(x.shape()[0], x.shape()[1], 1, 1);
        for (int i = 0; i < x.values().length; i++) {
            y.values()[i / positions] += x.values()[i] / positions;
        }
        return y;
    }

    /** Products of the last two axes; a side that has no other axes is the same for all. */
    private static Tensor product(Tensor a, Tensor b) {
        int rows = a.shape()[a.shape().length - 2];
        int inner = a.shape()[a.shape().length - 1];
        int columns = b.shape()[b.shape().length - 1];
        if (b.shape()[b.shape().length - 2] != inner) {
            throw new IllegalArgumentException(Arrays.toString(a.shape()) + " times " + Arrays.toString(b.shape()));
        }
        int[] shape = (a.shape().length >= b.shape().length ? a : b).shape().clone();
        shape[shape.length - 2] = rows;
        shape[shape.length - 1] = columns;
        Tensor y = Tensor.zeros(shape);
        for (int i = 0; i < y.values().length; i++) {
            int matrix = i / (rows * columns);
            int fromA = a.shape().length == 2 ? 0 : matrix * rows * inner;
            int fromB = b.shape().length == 2 ? 0 : matrix * inner * columns;
            for (int k = 0; k < inner; k++) {
                y.values()[i] += a.values()[fromA + i / columns % rows * inner + k]
                        * b.values()[fromB + k * columns + i % columns];
            }
        }
        return y;
    }

    private static Tensor gather(Tensor x, Tensor positions, int axis) {
        int[] shape = x.shape().clone();
        shape[axis] = positions.values().length;
        int inner = Tensor.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
        Tensor y = Tensor.zeros(shape);
        for (int i = 0; i < y.values().length; i++) {
            int outer = i / inner / shape[axis];
            int position = (int) positions.values()[i / inner % shape[axis]];
            y.values()[i] = x.values()[(outer * x.shape()[axis] + position) * inner + i % inner];
        }
        return y;
    }

    private static Tensor concatenation(List<Tensor> in, int axis) {
        int[] shape = in.get(0).shape().clone();
        shape[axis] = in.stream().mapToInt(x -> x.shape()[axis]).sum();
        int outer = Tensor.size(Arrays.copyOf(shape, axis));
        int whole = Tensor.size(shape) / outer;
        Tensor y = Tensor.zeros(shape);
        int done = 0;
        for (Tensor x : in) {
            int each = x.values().length / outer;
            for (int i = 0; i < outer; i++) {
                System.arraycopy(x.values(), i * each, y.values(), i * whole + done, each);
            }
            done += each;
        }
        return y;
    }

    /** Over the last axis, which must be the one asked for. */
    private static Tensor softmax(Tensor x, int axis) {
        if (axis != x.shape().length - 1) {
            throw new IllegalArgumentException("softmax over axis " + axis + " of " + Arrays.toString(x.shape()));
        }
        int classes = x.shape()[axis];
        double[] powers = Arrays.stream(x.values()).map(Math::exp).toArray();
        double[] sums = new double[powers.length / classes];
        for (int i = 0; i < powers.length; i++) {
            sums[i / classes] += powers[i];
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] /= sums[i / classes];
        }
        return new Tensor(x.shape(), powers);
    }
}
