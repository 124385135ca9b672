package dev.sdpoint.engine.device;

/**
 * An NVIDIA GPU, as its driver describes it.
 *
 * @param ordinal number by which CUDA knows it, from 0
 * @param name such as "NVIDIA GeForce RTX 3060"
 * @param memoryBytes its own memory, at least 1
 */
public record Gpu(int ordinal, String name, Capability capability, long memoryBytes) {
    public Gpu {
        if (ordinal < 0 || name.isBlank() || memoryBytes < 1) {
            throw new IllegalArgumentException("a GPU \"" + name + "\" with number " + ordinal + " and " + memoryBytes
                    + " bytes of memory is impossible");
        }
    }

    /** Such as "NVIDIA GeForce RTX 3060 (12.0 GiB, compute capability 8.6)". */
    public String title() {
        return name + " (" + Gibibytes.of(memoryBytes) + ", compute capability " + capability + ")";
    }
}
