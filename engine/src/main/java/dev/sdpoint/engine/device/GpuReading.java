package dev.sdpoint.engine.device;

import java.util.List;

/** What asking the NVIDIA driver has brought; never an exception. */
public sealed interface GpuReading {
    /** There is no NVIDIA driver, and so no GPU that could be used. */
    record NoDriver() implements GpuReading {}

    /** A driver is there, and no GPU that it may use. */
    record NoGpu() implements GpuReading {}

    /**
     * A driver is there but does not work.
     *
     * @param code of CUDA's {@code CUresult}; 0 if a function that it must have is missing
     * @param words what is wrong, without a full stop
     */
    record Trouble(int code, String words) implements GpuReading {}

    /**
     * A driver with GPUs.
     *
     * @param driver the newest CUDA that it knows
     * @param gpus at least one, in its order
     */
    record Found(CudaVersion driver, List<Gpu> gpus) implements GpuReading {
        public Found {
            if (gpus.isEmpty()) {
                throw new IllegalArgumentException("a driver without a GPU is a NoGpu");
            }
            gpus = List.copyOf(gpus);
        }
    }
}
