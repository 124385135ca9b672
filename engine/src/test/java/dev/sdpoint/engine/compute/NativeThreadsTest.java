package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.nativeblas.NativeOpsHolder;

class NativeThreadsTest {
    @ParameterizedTest(name = "OMP_NUM_THREADS={0}, {1} cores, {2} processors: {3}")
    @CsvSource({
        ", 4, 8, 4", // two processors a core
        ", 2, 2, 2",
        ", 32, 3, 3", // a container that may use three
        ", 1, 2, 2", // the system does not tell its cores
        ", 1, 1, 1",
        "3, 4, 8, 3",
        "12, 4, 8, 12", // as the user likes
        "'4,2', 8, 8, 4",
        "0, 4, 8, 4",
        "many, 4, 8, 4",
        "'', 4, 8, 4"
    })
    void countsCoresUnlessTheUserHasChosen(String wanted, int cores, int processors, int expected) {
        assertThat(NativeThreads.count(wanted, cores, processors)).isEqualTo(expected);
    }

    @BeforeAll
    static void loads() {
        new Dl4jCompute().computesOn();
    }

    /** ND4J leaves the thread that loads it with another number than all others, where a core has two processors. */
    @Test
    void whoComputesDoesNotDecideOnTheBits() throws Exception {
        assumeTrue(NativeThreads.count() > 1, "one thread adds in one order");
        NamedWeights once = stepIn(NativeThreads.count());
        NamedWeights again = stepIn(1);
        assertThat(again.arrays().keySet()).isEqualTo(once.arrays().keySet());
        assertThat(once.arrays().keySet())
                .allMatch(name ->
                        Arrays.equals(once.arrays().get(name), again.arrays().get(name)));
    }

    /** Weights after some steps in a thread that OpenMP would give a number of threads of its own. */
    private static NamedWeights stepIn(int threads) throws Exception {
        FutureTask<NamedWeights> task = new FutureTask<>(() -> {
            try (GraphNetwork network = TinyNetworks.network(GraphOptions.FAST, 0.9, 1e-4)) {
                NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
                for (int step = 0; step < 3; step++) {
                    network.step(TinyNetworks.batch(32, step), Instance.of(2, 0.75), 0.1);
                }
                return network.weights();
            }
        });
        Thread thread = new Thread(task, "steps");
        thread.start();
        return task.get();
    }
}
