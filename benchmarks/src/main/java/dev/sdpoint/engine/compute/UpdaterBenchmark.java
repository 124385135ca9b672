package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.NetworkNames;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a training step does with the gradients: weight decay, Nesterov momentum, subtraction from the parameters. */
@State(Scope.Benchmark)
public class UpdaterBenchmark {
    private static final int BATCH = 8;

    /** The network whose parameters learn. */
    @Param("wrn-16-2")
    public String network = "";

    private ComputationGraph graph;
    private Gradient gradient;
    private INDArray original;

    /** Takes a training step, after which gradients and momentum are there. */
    @Setup
    public void setUp() {
        KernelGraph built =
                new KernelGraph(NetworkNames.parse(network, KernelBenchmarks.CLASSES, KernelBenchmarks.SIDE), BATCH);
        built.step(BATCH);
        graph = built.graph();
        gradient = graph.gradient();
        original = graph.getFlattenedGradients().dup('c');
    }

    /** The updater works in place; without this, gradients would become ever smaller and at last slow. Not timed. */
    @Setup(Level.Invocation)
    public void restore() {
        graph.getFlattenedGradients().assign(original);
    }

    /** An update. */
    @Benchmark
    public INDArray update() {
        graph.getUpdater(true).update(gradient, 0, 0, BATCH, LayerWorkspaceMgr.noWorkspaces());
        INDArray parameters = graph.params();
        return parameters.subi(graph.getFlattenedGradients().reshape(parameters.shape()));
    }
}
