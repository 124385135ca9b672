package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.measurement.Noise;
import dev.sdpoint.measurement.PaperTraining;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The graph of a network, whose layers are run one at a time through DL4J's own interface of vertices, so that nothing here knows
 * how they compute. One thread at a time.
 */
final class KernelGraph {
    private final NetworkSpec spec;
    private final PassContext context = new PassContext();
    private final ComputationGraph graph;

    KernelGraph(NetworkSpec spec, int size) {
        NativeProcess.prepare();
        this.spec = spec;
        Rate rate = new Rate();
        rate.set(PaperTraining.RATE);
        this.graph = GraphAssembler.assemble(spec, PaperTraining.optimization(size), context, GraphOptions.FAST, rate);
        Parameters.write(graph, spec.plan(), Parameters.initial(spec.plan(), 1));
    }

    ComputationGraph graph() {
        return graph;
    }

    /** A step, after which gradients and the updater's state are there. */
    void step(int size) {
        Batch batch = Noise.batch(spec, size);
        INDArray images = Nd4j.createFromArray(batch.images())
                .reshape('c', size, spec.side(), spec.side(), spec.plan().channels());
        INDArray labels = Nd4j.zeros(DataType.FLOAT, size, spec.classes());
        for (int i = 0; i < size; i++) {
            labels.putScalar(i, batch.labels()[i], 1);
        }
        try (PassContext.Pass pass = context.training(Instance.FULL, 0)) {
            graph.fit(new DataSet(images, labels));
        }
    }

    /** A layer with maps of noise to run on. */
    Run run(LayerKernel kernel, int size) {
        graph.initGradientsView();
        return new Run(kernel, size);
    }

    /** Runs one layer again and again. */
    final class Run {
        /** For alignment, and for what a layer puts into its workspace besides its result. */
        private static final long SPARE = 64 << 20;

        private final GraphVertex vertex;
        private final Instance instance;
        private final INDArray[] inputs;
        private final INDArray gradient;
        private final long bytes;

        private Run(LayerKernel kernel, int size) {
            vertex = graph.getVertex(kernel.layer());
            instance = kernel.instance(spec.plan());
            inputs = new INDArray[kernel.inputs()];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = Nd4j.randn(DataType.FLOAT, size, kernel.inSide(), kernel.inSide(), kernel.inChannels());
            }
            long[] shape;
            try (MemoryWorkspace workspace = PassWorkspaces.open(PassWorkspaces.KEPT, SPARE)) {
                shape = forward(PassWorkspaces.manager(workspace)).shape();
            }
            gradient = Nd4j.randn(DataType.FLOAT, shape);
            // both outputs: the maps and the gradients of the inputs; layers may hold copies of each
            bytes = 2 * Float.BYTES * (inputs.length * inputs[0].length() + gradient.length()) + SPARE;
        }

        /** Forward in training; the sum of all that came out is not taken, only its length. */
        long forward() {
            try (MemoryWorkspace workspace = PassWorkspaces.open(PassWorkspaces.KEPT, bytes)) {
                return forward(PassWorkspaces.manager(workspace)).length();
            }
        }

        /** Forward and backward, as layers may keep from one what the other needs. */
        long forwardAndBackward() {
            try (MemoryWorkspace workspace = PassWorkspaces.open(PassWorkspaces.KEPT, bytes)) {
                LayerWorkspaceMgr manager = PassWorkspaces.manager(workspace);
                forward(manager);
                vertex.setEpsilon(gradient);
                return Objects.requireNonNull(vertex.doBackward(false, manager)).getSecond().length;
            }
        }

        private INDArray forward(LayerWorkspaceMgr manager) {
            try (PassContext.Pass pass = context.training(instance, 0)) {
                for (int i = 0; i < inputs.length; i++) {
                    vertex.setInput(i, inputs[i], manager);
                }
                return vertex.doForward(true, manager);
            }
        }
    }
}
