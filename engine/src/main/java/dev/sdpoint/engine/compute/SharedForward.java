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
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a graph forward so that instances share what they have in common: the layers before a downsampling point see what
 * they see in the full network. The activations of one full pass are kept in a workspace; each instance pools the kept sum
 * at its point and runs only the layers that depend on it, in a second workspace that is emptied every time.
 */
final class SharedForward implements AutoCloseable {
    /** What a workspace needs beyond the values of a layer: the beginning of every array is aligned. */
    private static final long ALIGNMENT_BYTES = 64;

    private final ComputationGraph graph;
    private final @Nullable INDArray[] kept;
    private final int valueBytes;
    private final MemoryWorkspace workspace;

    /**
     * Opens the workspace that keeps the activations of the full network until this is closed.
     *
     * @param values that all layers which will run to be kept put out
     * @param valueBytes bytes of a value
     */
    SharedForward(ComputationGraph graph, long values, int valueBytes) {
        this.graph = graph;
        this.kept = new INDArray[graph.getVertices().length];
        this.valueBytes = valueBytes;
        this.workspace = PassWorkspaces.open(PassWorkspaces.KEPT, bytes(values));
    }

    private long bytes(long values) {
        return values * valueBytes + ALIGNMENT_BYTES * kept.length;
    }

    /** Runs some layers on an input, the full network's as a rule; their activations are kept. */
    void full(INDArray input, Set<String> layers, boolean training) {
        kept[input().getVertexIndex()] = input;
        goOn(layers, training);
    }

    /** Runs further layers on what was kept; their activations are kept too. */
    void goOn(Set<String> layers, boolean training) {
        run(layers, kept, training, PassWorkspaces.manager(workspace));
    }

    /** A copy of what a layer put out, row-major. */
    float[] kept(String layer) {
        return Contiguous.floats(required(graph.getVertex(layer), kept));
    }

    /**
     * A downsampled instance on the same input; {@link #full} must have run.
     *
     * @param point name of the layer with the instance's point
     * @param route what the instance runs behind it
     * @return {@code [image][class]}
     */
    float[] suffix(String point, double ratio, Route route, int images, boolean training) {
        GraphVertex start = graph.getVertex(point);
        GraphVertex before = graph.getVertices()[start.getInputVertices()[0].getVertexIndex()];
        try (MemoryWorkspace own = PassWorkspaces.open(PassWorkspaces.OWN, bytes(route.values() * images))) {
            LayerWorkspaceMgr manager = PassWorkspaces.manager(own);
            INDArray first;
            try (MemoryWorkspace working = manager.notifyScopeEntered(ArrayType.FF_WORKING_MEM)) {
                first = ((Downsampling) start)
                        .downsample(required(before, kept), required(start, kept), ratio, manager);
            }
            return Contiguous.floats(behind(start, first, route, training, manager));
        }
    }

    /** The whole network on another input, of which nothing is kept. Output {@code [image][class]}. */
    float[] again(INDArray input, Route route, boolean training) {
        try (MemoryWorkspace own = PassWorkspaces.open(PassWorkspaces.OWN, bytes(route.values() * input.size(0)))) {
            return Contiguous.floats(behind(input(), input, route, training, PassWorkspaces.manager(own)));
        }
    }

    /** Runs the layers of a route with another array at a vertex before them; the output of the last. */
    private INDArray behind(
            GraphVertex start, INDArray first, Route route, boolean training, LayerWorkspaceMgr manager) {
        @Nullable INDArray[] activations = kept.clone();
        activations[start.getVertexIndex()] = first;
        run(route.layers(), activations, training, manager);
        return required(graph.getVertex(route.output()), activations);
    }

    private void run(
            Set<String> layers, @Nullable INDArray[] activations, boolean training, LayerWorkspaceMgr manager) {
        for (int id : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[id];
            if (layers.contains(vertex.getVertexName())) {
                try (MemoryWorkspace working = manager.notifyScopeEntered(ArrayType.FF_WORKING_MEM)) {
                    activations[id] = forward(vertex, activations, training, manager);
                }
            }
        }
    }

    private INDArray forward(
            GraphVertex vertex, @Nullable INDArray[] activations, boolean training, LayerWorkspaceMgr manager) {
        VertexIndices[] inputs = vertex.getInputVertices();
        for (int i = 0; i < inputs.length; i++) {
            GraphVertex input = graph.getVertices()[inputs[i].getVertexIndex()];
            vertex.setInput(i, required(input, activations), manager);
        }
        INDArray output = vertex.doForward(training, manager);
        vertex.clear();
        return output;
    }

    private GraphVertex input() {
        return graph.getVertex(graph.getConfiguration().getNetworkInputs().get(0));
    }

    private static INDArray required(GraphVertex vertex, @Nullable INDArray[] activations) {
        INDArray array = activations[vertex.getVertexIndex()];
        if (array == null) {
            throw new IllegalStateException(vertex.getVertexName() + " was not run before");
        }
        return array;
    }

    @Override
    public void close() {
        Arrays.fill(kept, null);
        workspace.close();
    }

    /**
     * What an instance runs for itself.
     *
     * @param layers names of its layers
     * @param output name of the classifier that answers
     * @param values that these layers put out for an image, the pooled map at its point included
     */
    record Route(Set<String> layers, String output, long values) {}
}
