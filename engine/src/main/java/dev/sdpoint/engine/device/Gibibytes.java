package dev.sdpoint.engine.device;

import java.util.Locale;

/** Memory as machines have it, in units of 2³⁰ bytes. Files and disks are told in powers of a thousand instead. */
public final class Gibibytes {
    private static final double GIBI = 1L << 30;

    private Gibibytes() {}

    /** Such as "12.0 GiB". */
    public static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBI);
    }
}
