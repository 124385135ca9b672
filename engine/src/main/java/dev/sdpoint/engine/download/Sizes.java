package dev.sdpoint.engine.download;

import java.util.Locale;

/** Says numbers of bytes as people read them, in powers of a thousand. */
public final class Sizes {
    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;
    private static final long GIGA = KILO * MEGA;

    private Sizes() {}

    /** Such as "870 bytes", "52 kB", "43.2 MB", "170 MB", "1.2 GB". */
    public static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        if (bytes < MEGA) {
            return Math.round((double) bytes / KILO) + " kB";
        }
        return bytes < GIGA ? scaled(bytes, MEGA) + " MB" : scaled(bytes, GIGA) + " GB";
    }

    private static String scaled(long bytes, long unit) {
        double value = (double) bytes / unit;
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f" : "%.0f", value);
    }

    /** All digits, such as "170,052,171". */
    static String exact(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }
}
