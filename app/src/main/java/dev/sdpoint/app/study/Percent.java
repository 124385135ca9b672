package dev.sdpoint.app.study;

import java.util.Locale;

/** Shares in per cent, as sentences have them. */
final class Percent {
    private Percent() {}

    /** Such as "12.34 %". */
    static String of(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    }

    /** Such as "1.2", where a sentence says what it counts. */
    static String points(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
