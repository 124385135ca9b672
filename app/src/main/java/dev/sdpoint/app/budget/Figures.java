package dev.sdpoint.app.budget;

import java.util.Locale;

/** Numbers as people read them: few digits, with units, a space that does not break before the unit. */
final class Figures {
    private static final String SPACE = "\u00a0";
    private static final String MINUS = "−";

    private Figures() {}

    /** Share of a whole: "63 %". */
    static String share(double share) {
        return Math.round(100 * share) + SPACE + "%";
    }

    /** Error with two digits after the point: "10.92 %". */
    static String error(double error) {
        return text("%.2f", 100 * error) + SPACE + "%";
    }

    /** Half a confidence interval in points: "± 0.61". */
    static String margin(double margin) {
        return "±" + SPACE + text("%.2f", 100 * margin);
    }

    /** Probability: "67.7 %". */
    static String probability(double probability) {
        return text("%.1f", 100 * probability) + SPACE + "%";
    }

    /** Difference of two shares in points, with its sign: "+3.1" or "−12.9". */
    static String points(double difference) {
        return signed("%.1f", 100 * difference);
    }

    /** Difference of two errors in points, with its sign: "+0.51". */
    static String errorPoints(double difference) {
        return signed("%.2f", 100 * difference);
    }

    private static String signed(String format, double value) {
        String digits = text(format, Math.abs(value));
        if (digits.matches("[0.]*")) {
            return "±" + digits.charAt(0);
        }
        return (value < 0 ? MINUS : "+") + digits;
    }

    /** Cost saved: "−44 %", and "0 %" where nothing is. */
    static String saved(double share) {
        long percent = Math.round(100 * share);
        return (percent > 0 ? MINUS + percent : percent < 0 ? "+" + -percent : "0") + SPACE + "%";
    }

    /** Three significant digits, never in scientific notation: "0.127", "10.5", "0.00412". */
    static String significant(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return "0";
        }
        int whole = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return text("%." + Math.max(0, 3 - whole) + "f", value);
    }

    /** Operations with the unit that fits: "25.2 M", "1.34 G". */
    static String flops(long flops) {
        if (flops >= 1_000_000_000L) {
            return significant(flops / 1e9) + SPACE + "G";
        }
        if (flops >= 1_000_000) {
            return significant(flops / 1e6) + SPACE + "M";
        }
        if (flops >= 1_000) {
            return significant(flops / 1e3) + SPACE + "k";
        }
        return Long.toString(flops);
    }

    /** Operations in as few characters as possible: "5.4M", "12M". */
    static String flopsInShort(long flops) {
        String[] units = {"", "k", "M", "G", "T"};
        double value = flops;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return text(value < 9.95 && unit > 0 ? "%.1f" : "%.0f", value) + units[unit];
    }

    /** Every digit, in groups: "25,165,824". */
    static String exact(long number) {
        return text("%,d", number);
    }

    /** Time: "0.41 ms". */
    static String millis(double millis) {
        return significant(millis) + SPACE + "ms";
    }

    private static String text(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
