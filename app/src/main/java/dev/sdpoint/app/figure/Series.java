package dev.sdpoint.app.figure;

import java.awt.Color;
import java.util.List;

/**
 * Marks or a line of one meaning.
 *
 * @param name in the legend; empty to leave it out there
 * @param style how it is drawn
 * @param ink its colour, and the shape of its marks
 * @param marks in the order of the line
 * @param strength how much of its colour it has on paper, above 0 up to 1
 */
public record Series(String name, Style style, Ink ink, List<Mark> marks, double strength) {
    /** How a series is drawn. */
    public enum Style {
        LINE,
        DASHED_LINE,
        LINE_AND_POINTS,
        POINTS,
        /** Dashes with marks on them. */
        DASHED_LINE_AND_POINTS,
        /** Small and pale: there, but not the point of the figure. */
        FADED_POINTS,
        /** For the legend of bars alone. */
        PALE_BAR;

        boolean hasLine() {
            return this == LINE || this == LINE_AND_POINTS || dashed();
        }

        boolean dashed() {
            return this == DASHED_LINE || this == DASHED_LINE_AND_POINTS;
        }

        boolean hasPoints() {
            return this == POINTS || this == LINE_AND_POINTS || this == DASHED_LINE_AND_POINTS || this == FADED_POINTS;
        }
    }

    /**
     * One value.
     *
     * @param margin half the length of its error bar; 0 for none
     * @param relativeCost share of the full network's cost, for {@link Ink#COST}
     * @param label written beside it where there is room; may be empty
     */
    public record Mark(double x, double y, double margin, double relativeCost, String label) {
        public Mark {
            if (!Double.isFinite(x) || !Double.isFinite(y) || !(margin >= 0)) {
                throw new IllegalArgumentException("there is no place for (" + x + ", " + y + " ± " + margin + ")");
            }
        }

        /** A plain value. */
        public static Mark of(double x, double y) {
            return new Mark(x, y, 0, 1, "");
        }

        /** The same mark with words beside it. */
        public Mark labelled(String words) {
            return new Mark(x, y, margin, relativeCost, words);
        }
    }

    public Series {
        marks = List.copyOf(marks);
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("a series of strength " + strength + " is outside (0, 1]");
        }
    }

    /** A series in its full colour. */
    public Series(String name, Style style, Ink ink, List<Mark> marks) {
        this(name, style, ink, marks, 1);
    }

    /** The colour of its line. */
    Color color() {
        return strength == 1 ? ink.color() : Sheet.pale(ink.color(), strength);
    }
}
