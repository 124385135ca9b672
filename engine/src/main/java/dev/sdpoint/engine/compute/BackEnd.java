package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.device.CudaBuild;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.Gpu;
import java.util.Optional;
import java.util.OptionalInt;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses which back end ND4J loads, before it is loaded: CUDA's only where the driver has said that its library can run
 * (docs/decisions/0014-the-driver-is-asked-first.md). ND4J by itself takes CUDA's wherever a GPU is, and fails in the first computation if
 * it is the wrong one. Thread-safe.
 */
final class BackEnd {
    private static final Logger LOG = LoggerFactory.getLogger(BackEnd.class);

    /** The ordinal of the GPU that computes; empty where the CPU does. Asking the driver takes time, and is only of use where CUDA is. */
    private static final OptionalInt GPU =
            CudaBuild.here() == CudaBuild.PRESENT ? chosen(Devices.here()) : OptionalInt.empty();

    private BackEnd() {}

    /** Makes the choice, the first time; call it before anything touches ND4J. */
    static void choose() {
        // loading this class has done it
    }

    private static OptionalInt chosen(Devices devices) {
        devices.sentences().forEach(LOG::info);
        Optional<Gpu> gpu = devices.verdict().gpu();
        if (gpu.isEmpty()) {
            ND4JClassLoading.setNd4jClassloader(new ClassPathWithoutCuda(BackEnd.class.getClassLoader()));
        }
        return gpu.map(chosen -> OptionalInt.of(chosen.ordinal())).orElseGet(OptionalInt::empty);
    }

    /**
     * Lets the calling thread compute on the chosen GPU; call it before anything that makes or reads arrays. ND4J's library deals threads out over
     * all GPUs, those too that it cannot run on; which ones its Java side is told to use ({@code Configuration.useDevice}) it does not know.
     */
    static void attachThread() {
        if (GPU.isPresent()) {
            AffinityManager threads = Nd4j.getAffinityManager();
            if (threads.getDeviceForCurrentThread() != GPU.getAsInt()) {
                threads.unsafeSetDevice(GPU.getAsInt());
            }
        }
    }
}
