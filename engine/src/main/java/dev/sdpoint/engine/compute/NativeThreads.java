package dev.sdpoint.engine.compute;

import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads of OpenMP share a native computation. OpenMP keeps that number for each calling thread by itself, and ND4J sets it
 * in that one alone which happens to load it: to the machine's cores, where all others have the processors of the operating system,
 * twice as many on most machines. Sums of floats would then depend on who computes them, and a continued run would differ from one that was
 * never left. So every computation asks for the same number first. Stateless.
 */
final class NativeThreads {
    private static final int COUNT = count(
            System.getenv("OMP_NUM_THREADS"),
            Loader.totalCores(),
            Runtime.getRuntime().availableProcessors());

    private NativeThreads() {}

    /** The number, at least 1; the same in all threads and for as long as the process lasts. */
    static int count() {
        return COUNT;
    }

    /** Makes it the number of the calling thread. ND4J must have been loaded. */
    static void use() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(COUNT);
    }

    /**
     * One thread for each core: two that share a core's arithmetic units gain nothing.
     *
     * @param wanted what the user asks OpenMP for, such as "4" or "4,2" (for nested regions); null for nothing
     * @param cores of the machine; 1 where the system does not tell
     * @param processors that this process may use, at least 1
     */
    static int count(@Nullable String wanted, int cores, int processors) {
        if (wanted != null && wanted.strip().matches("[1-9]\\d{0,4}(\\s*,.*)?")) {
            return Integer.parseInt(wanted.strip().split("\\D", 2)[0]);
        }
        return cores > 1 ? Math.min(cores, processors) : processors;
    }
}
