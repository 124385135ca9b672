package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.HalvedBatches;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.LatencyProfile.Timing;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class MemoryGuardTest {
    private static final Instance INSTANCE = Instance.of(2, 0.75);
    private static final InstanceSpace FEW = InstanceSpace.of(TinyNetworks.SPEC.points(), List.of(0.5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot allocate new FloatPointer(268435456): totalBytes = 1G, physicalBytes = 3G",
                "Physical memory usage is too high: physicalBytes (4G) > maxPhysicalBytes (4G)",
                "Cannot allocate 4096 bytes",
                "Failed to allocate 205520896 bytes from DEVICE [0] memory",
                "Failed to allocate [1073741824] HOST bytes of memory for device [0]",
                "Allocation failed: [[DEVICE] allocation failed; Error code: [2]]",
                "Can't allocate [HOST] memory",
                "cudaMalloc failed. Error code: [2]",
                "CUDA error code=2(cudaErrorMemoryAllocation)",
                "out of memory",
                "cuDNN call failed: CUDNN_STATUS_ALLOC_FAILED",
                "std::bad_alloc",
                "oneDNN refused a call with status 1. Start the program with -Dsdpoint.onednn=false to go on without it."
            })
    void knowsTheWordsOfTheLibraries(String words) {
        assertThat(MemoryFailure.is(new RuntimeException(words))).isTrue();
        assertThat(MemoryFailure.is(new IllegalStateException("Op failed", new OutOfMemoryError(words))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java heap space",
                "GC overhead limit exceeded",
                "Requested array size exceeds VM limit",
                "no kernel image is available for execution on the device",
                "oneDNN refused a call with status 2. Start the program with -Dsdpoint.onednn=false to go on without it."
            })
    void takesNothingElseForIt(String words) {
        assertThat(MemoryFailure.is(new OutOfMemoryError(words))).isFalse();
    }

    @Test
    void aFailureWithoutWordsIsNone() {
        assertThat(MemoryFailure.is(new RuntimeException())).isFalse();
    }

    /** Memory ends in the middle of a shared pass, with DL4J's workspaces open; the same thread computes on. */
    @Test
    void theNetworkComputesOnAfterAPassThatRanOutOfMemory() {
        try (GraphNetwork inner = TinyNetworks.network(GraphOptions.FAST)) {
            MemoryGuard network = new MemoryGuard(inner, () -> "CPU");
            StatisticsBank bank = TinyNetworks.bank(network);
            Batch batch = TinyNetworks.batch(6, 3);
            float[] before = network.probabilities(batch.images(), 6, INSTANCE, bank);

            assertThatThrownBy(() -> network.sweep(
                            batch.images(), 6, TinyNetworks.INSTANCES, bank, (instance, answers, nanos) -> {
                                throw new OutOfMemoryError("Cannot allocate new FloatPointer(12)");
                            }))
                    .isInstanceOfSatisfying(
                            OutOfDeviceMemory.class, e -> assertThat(e.device()).isEqualTo("CPU"));

            assertThat(Nd4j.getWorkspaceManager().anyWorkspaceActiveForCurrentThread())
                    .isFalse();
            assertThat(network.probabilities(batch.images(), 6, INSTANCE, bank)).isEqualTo(before);
            assertThat(network.step(batch, INSTANCE, 0.1).loss()).isFinite();
        }
    }

    @Test
    void whatIsNoLackOfMemoryGoesThroughAsItIs() {
        try (GraphNetwork inner = TinyNetworks.network(GraphOptions.FAST)) {
            MemoryGuard network = new MemoryGuard(inner, () -> "CPU");
            assertThatThrownBy(() -> network.step(TinyNetworks.batch(2, 1), Instance.of(99, 0.5), 0.1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The whole way on a real network: the answers of two halves are those of the whole batch. */
    @Test
    void halvedAnswersAreTheAnswersOfTheWholeBatch() {
        List<String> notes = new ArrayList<>();
        try (GraphNetwork inner = TinyNetworks.network(GraphOptions.FAST)) {
            StatisticsBank bank = TinyNetworks.bank(inner);
            Batch batch = TinyNetworks.batch(7, 3);
            float[] whole = inner.probabilities(batch.images(), 7, INSTANCE, bank);
            MemoryGuard guard = new MemoryGuard(new Narrow(inner, 4), () -> "CPU");
            HalvedBatches halving = new HalvedBatches(guard, notes::add);

            assertThat(halving.probabilities(batch.images(), 7, INSTANCE, bank))
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(whole);
            assertThat(notes).hasSize(1);
        }
    }

    /** The way of a GPU, as far as it goes without one: the portable layers, and memory that ends in ND4J's words. */
    @Test
    void timesAreMeasuredWithHalfABatchWhereAWholeOneDoesNotFit() throws InterruptedException {
        List<String> notes = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        LatencyProfile profile = LatencyProfile.measure(portable(50), TinyNetworks.SPEC, FEW, shares::add, notes::add);

        assertThat(profile.batch()).isEqualTo(50);
        assertThat(profile.timings()).extracting(Timing::instance).isEqualTo(FEW.instances());
        assertThat(profile.timings())
                .allSatisfy(timing ->
                        assertThat(timing.millisPerImage()).isPositive().isFinite());
        assertThat(shares).hasSize(1 + 4 * FEW.size()).isSorted(); // the first was of the pass that did not fit
        assertThat(notes)
                .containsExactly("The memory of the CPU does not suffice for 100 images at once. Times are measured in"
                        + " batches of 50 instead. Close other programs and measure again to time larger ones.");
    }

    @Test
    void timesThatDoNotFitInHalvesEitherAreTheCallersMatter() {
        List<String> notes = new ArrayList<>();
        assertThatThrownBy(
                        () -> LatencyProfile.measure(portable(49), TinyNetworks.SPEC, FEW, Progress.NONE, notes::add))
                .isInstanceOf(OutOfDeviceMemory.class);
        assertThat(notes).hasSize(1);
    }

    private static NetworkLoader portable(int fitting) {
        return (spec, weights) -> {
            GraphNetwork network =
                    new GraphNetwork(spec, TinyNetworks.optimization(0, 0), weights, TinyNetworks.PORTABLE);
            return new MemoryGuard(new Narrow(network, fitting), () -> "CPU");
        };
    }
}
