package dev.sdpoint.engine.compute;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Configuration of {@link AddPoolVertex}: residual addition and downsampling point in one. */
@SuppressWarnings("serial") // never serialised: the model file is our own
final class AddPool extends GraphVertex {
    private final int point;
    private final transient PassContext context;
    private final boolean portable;

    AddPool(int point, PassContext context, boolean portable) {
        this.point = point;
        this.context = context;
        this.portable = portable;
    }

    @Override
    public AddPool clone() {
        return new AddPool(point, context, portable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddPool that && that.point == point;
    }

    @Override
    public int hashCode() {
        return point;
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new AddPoolVertex(graph, name, index, type, point, context, Kernels.forType(type, portable));
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, AddPool.class, inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
