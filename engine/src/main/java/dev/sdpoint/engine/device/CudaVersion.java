package dev.sdpoint.engine.device;

/**
 * A version of CUDA.
 *
 * @param major at least 0
 * @param minor 0 to 99
 */
public record CudaVersion(int major, int minor) implements Comparable<CudaVersion> {
    private static final int THOUSAND = 1000;
    private static final int TEN = 10;

    /** From the number that the driver gives: {@code 1000 · major + 10 · minor}, such as 11060. */
    static CudaVersion ofNumber(int number) {
        return new CudaVersion(number / THOUSAND, number % THOUSAND / TEN);
    }

    @Override
    public int compareTo(CudaVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    /** Such as "11.6". */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
