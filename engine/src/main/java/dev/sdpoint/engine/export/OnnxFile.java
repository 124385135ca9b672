package dev.sdpoint.engine.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes an ONNX file: operators in the order in which they run, constants, one input, one output, and texts about it. Field numbers
 * are those of {@code onnx.proto3}.
 */
final class OnnxFile {
    /** Version of the set of operators: the oldest in which softmax is what it is today, so that old runtimes read the file too. */
    static final int OPERATORS = 13;

    /** Version of the file format that came with these operators. */
    private static final int FORMAT = 7;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ProtoMessage graph = new ProtoMessage();

    OnnxFile(String name) {
        graph.text(2, name);
    }

    /** An attribute of an operator. */
    record Attribute(ProtoMessage message) {
        private static final int TYPE = 20;

        static Attribute of(String name, double value) {
            return new Attribute(
                    new ProtoMessage().text(1, name).number(2, (float) value).integer(TYPE, 1));
        }

        static Attribute of(String name, int value) {
            return new Attribute(
                    new ProtoMessage().text(1, name).integer(3, value).integer(TYPE, 2));
        }

        /** A list: of a kernel's sides, of strides, of paddings. */
        static Attribute list(String name, int... values) {
            ProtoMessage message = new ProtoMessage().text(1, name).integer(TYPE, 7);
            for (int value : values) {
                message.integer(8, value);
            }
            return new Attribute(message);
        }
    }

    /** Adds an operator with one output, which it is named by. */
    void operator(String type, String output, List<String> inputs, Attribute... attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, type);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message());
        }
        graph.message(1, node);
    }

    /**
     * Adds a constant of floats, row-major.
     *
     * @return its name
     */
    String constant(String name, float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(name, FLOAT, bytes.array(), shape);
    }

    /** Adds a constant list of positions. */
    String constant(String name, int[] positions) {
        ByteBuffer bytes = ByteBuffer.allocate(positions.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(positions).forEach(bytes::putLong);
        return constant(name, INT64, bytes.array(), positions.length);
    }

    private String constant(String name, int type, byte[] bytes, int... shape) {
        ProtoMessage tensor = new ProtoMessage();
        for (int size : shape) {
            tensor.integer(1, size);
        }
        graph.message(5, tensor.integer(2, type).text(8, name).bytes(9, bytes));
        return name;
    }

    /** Names the input, floats {@code [batch, sizes…]}. */
    void input(String name, String meaning, int... sizes) {
        graph.message(11, value(name, meaning, sizes));
    }

    /** Names the output, floats {@code [batch, sizes…]}. */
    void output(String name, String meaning, int... sizes) {
        graph.message(12, value(name, meaning, sizes));
    }

    private static ProtoMessage value(String name, String meaning, int... sizes) {
        ProtoMessage shape = new ProtoMessage().message(1, new ProtoMessage().text(2, "batch"));
        for (int size : sizes) {
            shape.message(1, new ProtoMessage().integer(1, size));
        }
        ProtoMessage tensor = new ProtoMessage().integer(1, FLOAT).message(2, shape);
        return new ProtoMessage()
                .text(1, name)
                .message(2, new ProtoMessage().message(1, tensor))
                .text(3, meaning);
    }

    /**
     * The whole file; nothing may be added afterwards.
     *
     * @param producer program that writes it
     * @param version of that program
     * @param about texts by name
     * @throws IllegalStateException if it is larger than ONNX files can be
     */
    ProtoMessage message(String producer, String version, Map<String, String> about) {
        ProtoMessage model = new ProtoMessage()
                .integer(1, FORMAT)
                .text(2, producer)
                .text(3, version)
                .message(8, new ProtoMessage().integer(2, OPERATORS))
                .message(7, graph);
        about.forEach(
                (key, text) -> model.message(14, new ProtoMessage().text(1, key).text(2, text)));
        if (model.length() > Integer.MAX_VALUE) {
            throw new IllegalStateException("The network needs " + model.length()
                    + " bytes; an ONNX file without companions holds at most " + Integer.MAX_VALUE + ".");
        }
        return model;
    }
}
