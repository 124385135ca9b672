package dev.sdpoint.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a measurement found about one goal; a row of the summary.
 *
 * @param goal what was measured, of which network
 * @param limit what must hold, such as "≤ 1.00 ×"; empty if there is no limit
 * @param measured the value, or why there is none
 * @param verdict whether the limit holds
 */
public record Finding(String goal, String limit, String measured, Verdict verdict) {
    private static final String SEPARATOR = "\t";

    /** Whether a limit holds. */
    public enum Verdict {
        HELD("held"),
        NOT_HELD("NOT held"),
        NO_LIMIT("no limit"),
        FAILED("FAILED");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        /** As tables have it. */
        public String title() {
            return title;
        }
    }

    /** Texts become one line each, without what would end a table's cell. */
    public Finding {
        goal = cell(goal);
        limit = cell(limit);
        measured = cell(measured);
        if (goal.isEmpty()) {
            throw new IllegalArgumentException("a finding without a goal: " + measured);
        }
    }

    /** A value that must not be larger than a limit; no number is larger than any limit. */
    public static Finding atMost(String goal, double limit, double value, DoubleFunction<String> text) {
        return new Finding(goal, "≤ " + text.apply(limit), text.apply(value), verdict(value <= limit));
    }

    /** A value that must not be smaller than a limit; no number is smaller than any limit. */
    public static Finding atLeast(String goal, double limit, double value, DoubleFunction<String> text) {
        return new Finding(goal, "≥ " + text.apply(limit), text.apply(value), verdict(value >= limit));
    }

    /** Something that is so or is not. */
    public static Finding of(String goal, String limit, String measured, boolean held) {
        return new Finding(goal, limit, measured, verdict(held));
    }

    /** A value that nothing is demanded of. */
    public static Finding reported(String goal, String measured) {
        return new Finding(goal, "", measured, Verdict.NO_LIMIT);
    }

    /** A measurement that could not be made. */
    public static Finding failed(String goal, String reason) {
        return new Finding(goal, "", reason, Verdict.FAILED);
    }

    private static Verdict verdict(boolean held) {
        return held ? Verdict.HELD : Verdict.NOT_HELD;
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace('|', '/').strip();
    }

    /** One line that {@link #parse} reads again. */
    String line() {
        return String.join(SEPARATOR, goal, limit, measured, verdict.name());
    }

    /**
     * Reads {@link #line}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Finding parse(String line) {
        List<String> cells = Arrays.asList(line.split(SEPARATOR, -1));
        if (cells.size() != 4) {
            throw new IllegalArgumentException("no finding: \"" + line + "\" has " + cells.size() + " cells, not 4");
        }
        return new Finding(cells.get(0), cells.get(1), cells.get(2), Verdict.valueOf(cells.get(3)));
    }
}
