package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.training.Optimization;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a graph learns: gradients of one or several batches are summed, then all parameters move once. Over floats in host memory by {@link
 * NesterovUpdate}, otherwise by DL4J's own updater, with the same arithmetic. One thread at a time.
 */
final class Learning {
    private final ComputationGraph graph;
    private final Optimization optimization;
    private final GraphOptions options;
    private final Rate rate;

    /** Made with the first step; null where DL4J's own updater is taken. */
    private @Nullable NesterovUpdate update;

    private boolean prepared;

    /** @param rate that the graph's own updater asks for */
    Learning(ComputationGraph graph, Optimization optimization, GraphOptions options, Rate rate) {
        this.graph = graph;
        this.optimization = optimization;
        this.options = options;
        this.rate = rate;
    }

    /**
     * Runs a batch forward and backward.
     *
     * @param labels {@code [image][class]}; for every output
     * @param first whether the gradients of earlier batches are forgotten, not added to
     */
    void backward(INDArray images, INDArray labels, boolean first) {
        prepare();
        INDArray before = first ? null : copyOfGradients();
        INDArray[] ofEveryOutput = new INDArray[graph.getNumOutputArrays()];
        Arrays.fill(ofEveryOutput, labels);
        try {
            graph.setInputs(images);
            graph.setLabels(ofEveryOutput);
            graph.computeGradientAndScore();
            if (before != null) {
                graph.getFlattenedGradients().addi(before);
            }
        } finally {
            graph.clear();
            graph.clearLayersStates();
            if (before != null) {
                before.close();
            }
        }
    }

    /** Gradients and momentum, the first time: networks that only answer do without. */
    private void prepare() {
        if (prepared) {
            return;
        }
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            graph.initGradientsView();
            graph.getUpdater(true);
        }
        if (HostKernels.suit(options.type(), options.portable())) {
            update = new NesterovUpdate(graph, optimization);
        }
        prepared = true;
    }

    private INDArray copyOfGradients() {
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return graph.getFlattenedGradients().dup();
        }
    }

    /**
     * Moves all parameters by the sum of the gradients. Running averages, whose gradient is no mean over images, move by the sum of what
     * each batch moves them.
     *
     * @param images of all batches together
     */
    void update(int images, double learningRate) {
        if (update != null) {
            update.apply(images, learningRate);
            return;
        }
        rate.set(learningRate);
        graph.getUpdater(true)
                .update(
                        graph.gradient(),
                        graph.getIterationCount(),
                        graph.getEpochCount(),
                        images,
                        LayerWorkspaceMgr.noWorkspaces());
        INDArray parameters = graph.params();
        parameters.subi(graph.getFlattenedGradients().reshape(parameters.shape())); // one has a row more in its shape
    }
}
