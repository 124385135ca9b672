package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One layer forward, and forward and backward. JMH makes an object in a process of its own for every layer. */
@State(Scope.Benchmark)
public class LayerBenchmark {
    /** The network that has the layer. */
    @Param("wrn-16-2")
    public String network = "";

    /** Images. */
    @Param("64")
    public int batch;

    /** A {@link LayerKernel#key}. */
    @Param("")
    public String kernel = "";

    private KernelGraph.Run run;

    /** Builds the network and runs the layer once. */
    @Setup
    public void setUp() {
        NetworkSpec spec = NetworkNames.parse(network, KernelBenchmarks.CLASSES, KernelBenchmarks.SIDE);
        run = new KernelGraph(spec, batch).run(LayerKernel.find(spec.plan(), kernel), batch);
    }

    /** As the forward pass of a training step. */
    @Benchmark
    public long forward() {
        return run.forward();
    }

    /** As both passes of a training step. */
    @Benchmark
    public long forwardAndBackward() {
        return run.forwardAndBackward();
    }
}
