package dev.sdpoint.engine.model;

/**
 * What computes. Sums of floats depend on how many threads share them: two runs agree to the last bit only on equal devices.
 *
 * @param name such as {@code CPU}
 * @param threads of this program's own kernels, at least 1
 * @param nativeThreads of the native library (OpenMP), at least 1
 */
public record Device(String name, int threads, int nativeThreads) {
    public Device {
        if (name.isBlank() || threads < 1 || nativeThreads < 1) {
            throw new IllegalArgumentException("a device \"" + name + "\" of " + threads + " and " + nativeThreads
                    + " threads is impossible; it has a name and at least 1 thread of each kind");
        }
    }

    /** Such as "CPU, 2 threads". */
    public String title() {
        String ours = name + ", " + threads + (threads == 1 ? " thread" : " threads");
        return threads == nativeThreads ? ours : ours + " (" + nativeThreads + " of the native library)";
    }
}
