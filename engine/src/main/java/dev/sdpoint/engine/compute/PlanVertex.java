package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Configuration of the vertices of a plan that have no parameters; DL4J asks it for the vertex that computes. */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class PlanVertex extends GraphVertex {
    private final transient LayerSpec spec;
    private final transient PassContext context;
    private final transient GraphOptions options;

    PlanVertex(LayerSpec spec, PassContext context, GraphOptions options) {
        this.spec = spec;
        this.context = context;
        this.options = options;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        Position position = new Position(graph, name, index, type);
        Kernels kernels = Kernels.forType(type, options.portable());
        if (spec instanceof LayerSpec.ResidualAdd addition) {
            return new AddPoolVertex(position, addition, context, kernels);
        }
        if (spec instanceof LayerSpec.Concatenation concatenation) {
            return new ConcatenatePoolVertex(position, concatenation.point(), context, kernels);
        }
        if (spec instanceof LayerSpec.DownsamplingPoint point) {
            return new PointVertex(position, point.point(), context, kernels);
        }
        if (spec instanceof LayerSpec.MaxPool pool) {
            return new MaxPoolVertex(position, pool, context, kernels);
        }
        if (spec instanceof LayerSpec.AveragePool pool) {
            return new AveragePoolVertex(position, pool, kernels);
        }
        if (spec instanceof LayerSpec.Relu) {
            return new ReluVertex(position, options.relu(), kernels);
        }
        if (spec instanceof LayerSpec.Dropout dropout) {
            return new DropoutVertex(position, dropout, context, kernels);
        }
        throw new IllegalStateException(spec.name() + " is no vertex without parameters");
    }

    /** Where DL4J puts a vertex. */
    record Position(ComputationGraph graph, String name, int index, DataType type) {}

    @Override
    public PlanVertex clone() {
        return new PlanVertex(spec, context, options);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanVertex that && that.spec.equals(spec);
    }

    @Override
    public int hashCode() {
        return spec.hashCode();
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return spec.inputs().size();
    }

    @Override
    public int maxVertexInputs() {
        return spec.inputs().size();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        InputType.InputTypeConvolutional first = (InputType.InputTypeConvolutional) inputs[0];
        return InputType.convolutional(
                spec.outSide((int) first.getHeight()),
                spec.outSide((int) first.getWidth()),
                spec.outChannels(),
                CNN2DFormat.NHWC);
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, PlanVertex.class, inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
