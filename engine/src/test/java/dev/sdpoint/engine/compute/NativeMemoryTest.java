package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** What a network takes outside Java's heap, it gives back when it is closed, and not before nothing is computed with it. */
class NativeMemoryTest {
    private static final WideResNet WIDE = new WideResNet(10, 8, 10, 16);
    private static final Optimization LEARNING = new Optimization(1, 2, 0.1, new Schedule.WarmupCosine(0), 0.9, 0);

    private static void buildLearnAndClose(boolean portable) {
        try (TrainableNetwork network = new Dl4jCompute(portable).build(WIDE, LEARNING, 3)) {
            float[] images = new float[2 * 16 * 16 * 3];
            network.step(new Batch(images, new int[] {1, 2}, 16), Instance.of(1, 0.5), 0.1, 1);
            network.restore(network.weights(), network.updaterState());
        }
    }

    @Test
    void aClosedNetworkLeavesNoArrays() {
        for (boolean portable : new boolean[] {false, true}) {
            buildLearnAndClose(portable);
            long before = Pointer.totalBytes();
            for (int i = 0; i < 3; i++) {
                buildLearnAndClose(portable);
            }
            long weights = 4L * WIDE.plan().parameters();
            // Java's collector has not looked; parameters, gradients and momentum of three would be nine times the
            // weights
            assertThat(Pointer.totalBytes() - before)
                    .as("portable: " + portable)
                    .isLessThan(weights / 2);
        }
    }

    @Test
    void closingWaitsForTheEndOfAPassInAnotherThread() throws Exception {
        AtomicInteger freed = new AtomicInteger();
        GraphNetwork inner = TinyNetworks.network(GraphOptions.FAST);
        MemoryGuard.Guarded counting = (MemoryGuard.Guarded) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MemoryGuard.Guarded.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        freed.incrementAndGet();
                    }
                    return method.invoke(inner, arguments);
                });
        MemoryGuard network = new MemoryGuard(counting, () -> "CPU");
        StatisticsBank bank = TinyNetworks.bank(network);
        Batch batch = TinyNetworks.batch(6, 3);
        AtomicInteger answered = new AtomicInteger();

        network.sweep(batch.images(), 6, TinyNetworks.INSTANCES, bank, (instance, answers, nanos) -> {
            CompletableFuture.runAsync(network::close)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            assertThat(freed).as("while the pass goes on").hasValue(0);
            answered.incrementAndGet();
        });

        assertThat(answered).hasValue(TinyNetworks.INSTANCES.size());
        assertThat(freed).hasValue(1);
        network.close();
        assertThat(freed).hasValue(1);
        assertThatThrownBy(() -> network.probabilities(batch.images(), 6, Instance.FULL, bank))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the network is closed");
    }
}
