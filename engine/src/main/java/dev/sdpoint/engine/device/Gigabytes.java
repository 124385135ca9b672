package dev.sdpoint.engine.device;

import java.util.Locale;

/** Memory as its makers count it: a gigabyte has 2³⁰ bytes. */
public final class Gigabytes {
    private static final double GIGA = 1L << 30;

    private Gigabytes() {}

    /** Such as "12.0 GB". */
    public static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
}
