package dev.sdpoint.engine.device;

/**
 * A compute capability: which machine code a GPU runs. Code for {@code x.y} runs on {@code x.z} with {@code z ≥ y}, and on no other
 * major version (CUDA C++ Programming Guide, "Binary Compatibility").
 *
 * @param major of the architecture, at least 1; 8 is Ampere and Ada
 * @param minor of the architecture, 0 to 9
 */
public record Capability(int major, int minor) implements Comparable<Capability> {
    private static final int TEN = 10;

    public Capability {
        if (major < 1 || minor < 0 || minor >= TEN) {
            throw new IllegalArgumentException(
                    "compute capability " + major + "." + minor + " is impossible; it is at least 1.0, as in 8.6");
        }
    }

    /** Whether machine code made for this capability runs on a GPU of the other. */
    boolean runsOn(Capability gpu) {
        return major == gpu.major && minor <= gpu.minor;
    }

    @Override
    public int compareTo(Capability other) {
        return Integer.compare(TEN * major + minor, TEN * other.major + other.minor);
    }

    /** Such as "8.6". */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
