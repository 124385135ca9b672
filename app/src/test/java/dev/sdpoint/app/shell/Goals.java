package dev.sdpoint.app.shell;

import java.util.Locale;

/** A Markdown table of what was wanted and what was measured, printed row by row. */
final class Goals {
    Goals() {
        System.out.println("\n| | limit | measured | held |\n|---|--:|--:|---|");
    }

    /** A figure that must not exceed a limit. */
    void atMost(String what, double limit, double measured, String unit) {
        row(what, number(limit) + " " + unit, number(measured) + " " + unit, measured <= limit ? "yes" : "no");
    }

    /** A figure that must not fall below a limit. */
    void atLeast(String what, double limit, double measured, String unit) {
        row(what, number(limit) + " " + unit, number(measured) + " " + unit, measured >= limit ? "yes" : "no");
    }

    /** A figure without a limit. */
    void tell(String what, double measured, String unit) {
        tell(what, number(measured) + " " + unit);
    }

    /** Figures without a limit, in words. */
    void tell(String what, String figures) {
        row(what, "", figures, "");
    }

    /** Frames while something goes on. */
    void frames(String what, FrameTimes frames) {
        atMost(what + ": frame, 95th percentile", 33, frames.gap(0.95), "ms");
        tell(
                what,
                String.format(
                        Locale.ROOT,
                        "frame median %.1f, longest %.0f ms; JavaFX thread median %.2f, 95 %% %.2f, most %.1f ms; painting"
                                + " %.2f ms",
                        frames.gap(0.5),
                        frames.gap(1),
                        frames.work(0.5),
                        frames.work(0.95),
                        frames.work(1),
                        frames.painting()));
    }

    private static void row(String what, String limit, String measured, String held) {
        System.out.println("| " + String.join(" | ", what, limit, measured, held) + " |");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
