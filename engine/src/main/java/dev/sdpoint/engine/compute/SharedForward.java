package dev.sdpoint.engine.compute;

import java.util.Arrays;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs a graph forward so that instances share what they have in common: the layers before a downsampling point see what
 * they see in the full network. The activations of one full pass are kept in a workspace; each instance pools the kept sum
 * at its point and runs only the layers that depend on it, in a second workspace that is reset every time.
 */
final class SharedForward implements AutoCloseable {
    private static final String FULL = "SDPOINT_FULL";
    private static final String SUFFIX = "SDPOINT_SUFFIX";
    private static final ArrayType[] TYPES = {
        ArrayType.INPUT,
        ArrayType.ACTIVATIONS,
        ArrayType.FF_WORKING_MEM,
        ArrayType.BP_WORKING_MEM,
        ArrayType.RNN_FF_LOOP_WORKING_MEM,
        ArrayType.RNN_BP_LOOP_WORKING_MEM,
        ArrayType.UPDATER_WORKING_MEM,
        ArrayType.FF_CACHE,
        ArrayType.ACTIVATION_GRAD
    };

    private final ComputationGraph graph;
    private final @Nullable INDArray[] kept;
    private final WorkspaceConfiguration configuration;
    private final MemoryWorkspace workspace;

    /**
     * Opens the workspace that keeps the activations of the full network until this is closed.
     *
     * @param floats room for the activations of a full pass
     */
    SharedForward(ComputationGraph graph, long floats) {
        this.graph = graph;
        this.kept = new INDArray[graph.getVertices().length];
        this.configuration = WorkspaceConfiguration.builder()
                .initialSize(floats * Float.BYTES)
                .policyAllocation(AllocationPolicy.STRICT)
                .policyLearning(LearningPolicy.NONE)
                .policySpill(SpillPolicy.EXTERNAL)
                .build();
        this.workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration, FULL);
    }

    /** Runs some layers on an input, the full network's as a rule; their activations are kept. */
    void full(INDArray input, Set<String> layers, boolean training) {
        kept[graph.getVertex(graph.getConfiguration().getNetworkInputs().get(0)).getVertexIndex()] = input;
        goOn(layers, training);
    }

    /** Runs further layers on what was kept; their activations are kept too. */
    void goOn(Set<String> layers, boolean training) {
        LayerWorkspaceMgr manager = manager(FULL);
        for (int id : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[id];
            if (layers.contains(vertex.getVertexName())) {
                kept[id] = forward(vertex, kept, kept, training, manager);
            }
        }
    }

    /** A copy of what a layer put out, row-major. */
    float[] kept(String layer) {
        return floats(required(graph.getVertex(layer)));
    }

    /** A downsampled instance on the same input; {@link #full} must have run. Output {@code [image][class]}. */
    float[] suffix(String pointVertex, double ratio, boolean training) {
        GraphVertex start = graph.getVertex(pointVertex);
        GraphVertex before = graph.getVertices()[start.getInputVertices()[0].getVertexIndex()];
        try (MemoryWorkspace scope = Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration, SUFFIX)) {
            LayerWorkspaceMgr manager = manager(scope.getId());
            INDArray first = ((Downsampling) start).downsample(required(before), required(start), ratio, manager);
            return floats(behind(start, first, training, manager));
        }
    }

    /** The whole network on another input, of which nothing is kept. Output {@code [image][class]}. */
    float[] again(INDArray input, boolean training) {
        GraphVertex start =
                graph.getVertex(graph.getConfiguration().getNetworkInputs().get(0));
        try (MemoryWorkspace scope = Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration, SUFFIX)) {
            return floats(behind(start, input, training, manager(scope.getId())));
        }
    }

    /** Runs all layers that depend on a vertex; the last one's output. */
    private INDArray behind(GraphVertex start, INDArray first, boolean training, LayerWorkspaceMgr manager) {
        INDArray[] fresh = new INDArray[kept.length];
        fresh[start.getVertexIndex()] = first;
        INDArray output = first;
        for (int id : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[id];
            if (fresh[id] == null && dependsOn(vertex, fresh)) {
                output = forward(vertex, fresh, kept, training, manager);
                fresh[id] = output;
            }
        }
        return output;
    }

    private INDArray required(GraphVertex vertex) {
        INDArray array = kept[vertex.getVertexIndex()];
        if (array == null) {
            throw new IllegalStateException("the full network was not run first");
        }
        return array;
    }

    private static float[] floats(INDArray output) {
        return Contiguous.of(output).data().getFloatsAt(0, (int) output.length());
    }

    private static boolean dependsOn(GraphVertex vertex, @Nullable INDArray[] fresh) {
        VertexIndices[] inputs = vertex.getInputVertices();
        return inputs != null && Arrays.stream(inputs).anyMatch(input -> fresh[input.getVertexIndex()] != null);
    }

    private static INDArray forward(
            GraphVertex vertex,
            @Nullable INDArray[] fresh,
            @Nullable INDArray[] others,
            boolean training,
            LayerWorkspaceMgr manager) {
        VertexIndices[] inputs = vertex.getInputVertices();
        for (int i = 0; i < inputs.length; i++) {
            int from = inputs[i].getVertexIndex();
            INDArray input = fresh[from];
            vertex.setInput(i, input != null ? input : others[from], manager);
        }
        INDArray output = vertex.doForward(training, manager);
        vertex.clear();
        return output;
    }

    private LayerWorkspaceMgr manager(String name) {
        LayerWorkspaceMgr.Builder builder = LayerWorkspaceMgr.builder();
        for (ArrayType type : TYPES) {
            builder.with(type, name, configuration);
        }
        return builder.build();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
