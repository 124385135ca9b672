package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.onednn.OneDnn;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.Gpu;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.training.NetworkBuilder;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The door to DL4J: builds networks that run and learn. Making one of these is free; the native libraries are loaded with
 * the first network, which takes seconds, longer the first time on a machine. Thread-safe; the networks are not.
 */
public final class Dl4jCompute implements NetworkLoader, NetworkBuilder {
    private static final Optimization NONE = new Optimization(1, 2, 1, new Schedule.WarmupCosine(0), 0, 0);

    private final boolean portable;
    private final boolean gentle;

    /** The fused kernels where the back end computes in host memory, plain ND4J operations elsewhere. */
    public Dl4jCompute() {
        this(false);
    }

    /** @param portable plain ND4J operations everywhere, as on a GPU */
    public Dl4jCompute(boolean portable) {
        this(portable, false);
    }

    private Dl4jCompute(boolean portable, boolean gentle) {
        this.portable = portable;
        this.gentle = gentle;
    }

    /**
     * One for programs with a window: whatever thread loads or builds a network has a lower priority from then on, so that those which
     * draw get a core at once. Alone on the machine it computes as fast as before.
     */
    public static Dl4jCompute gentle() {
        return new Dl4jCompute(false, true);
    }

    @Override
    public ExecutableNetwork load(NetworkSpec spec, NamedWeights weights) {
        return guarded(new GraphNetwork(spec, NONE, weights, options()));
    }

    @Override
    public TrainableNetwork build(NetworkSpec spec, Optimization optimization, long seed) {
        return guarded(new GraphNetwork(spec, optimization, Parameters.initial(spec.plan(), seed), options()));
    }

    private MemoryGuard guarded(GraphNetwork network) {
        return new MemoryGuard(network, () -> hostMemory() ? "CPU" : gpu());
    }

    /** A sentence on what computes, such as "CPU with oneDNN 3.13.0, 2 threads". Loads the native libraries. */
    public String device() {
        return computesOn().title();
    }

    /** Loads the native libraries. */
    @Override
    public Device computesOn() {
        String name = hostMemory() ? host() : gpu(); // loads the back end, without which the next line fails
        return new Device(name, Parallel.THREADS, NativeThreads.count());
    }

    private static String gpu() {
        return Devices.here().verdict().gpu().map(gpu -> gpu.name() + " (CUDA)").orElse("GPU (CUDA)");
    }

    /**
     * Sentences on what computes, why, and what to do: what the driver made expect, and what came of it. Loads the native libraries.
     */
    public List<String> explanation() {
        Optional<Gpu> expected = Devices.here().verdict().gpu();
        if (expected.isPresent() && hostMemory()) {
            return List.of("The " + expected.get().name()
                    + " should compute, but its library could not be started; the log says"
                    + " why. Everything is computed on the CPU. Install NVIDIA's newest driver, and if that does not help, report"
                    + " it with the log.");
        }
        return Devices.here().sentences();
    }

    /** Memory of the GPU that computes that nobody uses; empty where the CPU computes. Loads the native libraries. */
    public OptionalLong freeGpuBytes() {
        if (hostMemory()) {
            return OptionalLong.empty();
        }
        BackEnd.attachThread();
        return OptionalLong.of(
                NativeOpsHolder.getInstance().getDeviceNativeOps().getDeviceFreeMemoryDefault());
    }

    /** Which library the convolutions run in decides on speed and last bits. */
    private String host() {
        return OneDnn.available()
                .filter(library -> !portable)
                .map(library -> "CPU with oneDNN " + library.version())
                .orElse("CPU");
    }

    private GraphOptions options() {
        boolean fused = hostMemory() && !portable;
        if (gentle) {
            NativeProcess.giveWay();
        }
        return new GraphOptions(DataType.FLOAT, !fused, true);
    }

    /** The first of everything that touches ND4J. */
    private static boolean hostMemory() {
        CrashDumps.off();
        NativeProcess.prepare();
        BackEnd.choose();
        return Nd4j.getBackend().getClass().getSimpleName().contains("Cpu");
    }
}
