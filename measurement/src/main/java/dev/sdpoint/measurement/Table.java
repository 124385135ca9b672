package dev.sdpoint.measurement;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A Markdown table that is printed row by row, so that a long measurement shows what it has. Numbers are on the right. */
public final class Table {
    private final int columns;

    /** Prints the titles; the first column holds text. */
    public Table(String... titles) {
        columns = titles.length;
        System.out.println();
        print(List.of(titles));
        System.out.println("|---|" + String.join("|", Collections.nCopies(columns - 1, "--:")) + "|");
    }

    /** Prints a row. */
    public void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        print(List.of(cells));
    }

    private static void print(List<String> cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    /** Seconds as milliseconds in three digits. */
    public static String milliseconds(double seconds) {
        double value = 1e3 * seconds;
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    /** A ratio, such as "1.25 ×". */
    public static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f ×" : "%.1f ×", ratio);
    }

    /** A part of 1. */
    public static String share(double part) {
        return String.format(Locale.ROOT, "%.3f", part);
    }
}
