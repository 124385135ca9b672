package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.LayerCost;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What JMH times are the layers of the network, with maps of their sizes. */
class KernelGraphTest {
    private static final int BATCH = 3;
    private static final NetworkSpec SPEC = new WideResNet(10, 1, 4, 16);
    private static final List<LayerKernel> KERNELS = LayerKernel.of(SPEC.plan());

    @Test
    void everyShapeIsThereOnce() {
        assertThat(KERNELS)
                .extracting(LayerKernel::title)
                .doesNotHaveDuplicates()
                .contains(
                        "convolution 3×3, 3 → 16, side 16",
                        "convolution 3×3, 16 → 32, side 16, stride 2",
                        "convolution 1×1, 16 → 32, side 16, stride 2",
                        "batch norm and ReLU, 64 channels, side 4",
                        "addition, 32 channels, side 8",
                        "addition and pooling × 0.75, 32 channels, side 8");
        assertThatThrownBy(() -> LayerKernel.find(SPEC.plan(), "none@1.0")).hasMessageContaining("no kernel none@1.0");
    }

    @Test
    void everyKernelPutsOutMapsOfItsSizeAndGradientsOfAllInputs() {
        KernelGraph graph = new KernelGraph(SPEC, BATCH);
        for (LayerKernel kernel : KERNELS) {
            KernelGraph.Run run = graph.run(LayerKernel.find(SPEC.plan(), kernel.key()), BATCH);
            int side = SPEC.plan().sides(kernel.instance(SPEC.plan())).getOrDefault(kernel.layer(), 0);
            long values = (long) BATCH * side * side * channels(kernel);
            for (int again = 0; again < 2; again++) {
                assertThat(run.forward()).as(kernel.title()).isEqualTo(values);
                assertThat(run.forwardAndBackward()).as(kernel.title()).isEqualTo(kernel.inputs());
            }
        }
    }

    private static long channels(LayerKernel kernel) {
        return SPEC.plan().layers().stream()
                .filter(layer -> layer.name().equals(kernel.layer()))
                .findFirst()
                .orElseThrow()
                .outChannels();
    }

    @Test
    void operationsAreThoseOfTheCostModel() {
        Map<String, Long> counted = new CostModel(SPEC.plan())
                .breakdown(Instance.FULL).layers().stream()
                        .filter(term -> term.kind() == LayerCost.Kind.CONVOLUTION)
                        .collect(Collectors.toMap(LayerCost::layer, LayerCost::flops));
        assertThat(KERNELS.stream().filter(kernel -> kernel.flops() > 0))
                .isNotEmpty()
                .allSatisfy(kernel -> assertThat(kernel.flops()).isEqualTo(counted.get(kernel.layer())));
    }

    @Test
    void updaterChangesTheParametersByTheSameEveryTimeItStarts() {
        UpdaterBenchmark benchmark = new UpdaterBenchmark();
        benchmark.network = "wrn-10-1";
        benchmark.setUp();
        double[] before = benchmark.update().dup().toDoubleVector();
        benchmark.restore();
        assertThat(benchmark.update().toDoubleVector()).hasSameSizeAs(before).isNotEqualTo(before);
    }
}
