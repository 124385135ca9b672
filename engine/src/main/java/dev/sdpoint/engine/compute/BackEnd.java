package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.device.CudaBuild;
import dev.sdpoint.engine.device.Devices;
import org.nd4j.common.config.ND4JClassLoading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses which back end ND4J loads, before it is loaded: CUDA's only where the driver has said that its library can run
 * (docs/decisions/0014-the-driver-is-asked-first.md). ND4J by itself takes CUDA's wherever a GPU is, and fails in the first computation if
 * it is the wrong one. Thread-safe.
 */
final class BackEnd {
    private static final Logger LOG = LoggerFactory.getLogger(BackEnd.class);

    static {
        if (CudaBuild.here()
                == CudaBuild.PRESENT) { // nothing else has a choice, and asking the driver takes time at the start
            make(Devices.here());
        }
    }

    private BackEnd() {}

    /** Makes the choice, the first time; call it before anything touches ND4J. */
    static void choose() {
        // loading this class has done it
    }

    private static void make(Devices devices) {
        devices.sentences().forEach(LOG::info);
        devices.verdict().gpu().ifPresentOrElse(gpu -> useOnly(gpu.ordinal()), BackEnd::hideCuda);
    }

    private static void hideCuda() {
        ND4JClassLoading.setNd4jClassloader(new ClassPathWithoutCuda(BackEnd.class.getClassLoader()));
    }

    /** ND4J would spread threads over all GPUs, those too that its library cannot run on. Its classes are there with -Pcuda only. */
    private static void useOnly(int ordinal) {
        try {
            Object environment = Class.forName("org.nd4j.jita.conf.CudaEnvironment")
                    .getMethod("getInstance")
                    .invoke(null);
            Object configuration =
                    environment.getClass().getMethod("getConfiguration").invoke(environment);
            configuration.getClass().getMethod("useDevice", Integer.class).invoke(configuration, ordinal);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.warn("The GPU cannot be chosen; ND4J takes the first.", e);
        }
    }
}
