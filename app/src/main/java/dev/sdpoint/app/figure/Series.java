package dev.sdpoint.app.figure;

import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

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
     * @param instance the instance that it stands for, if it is one
     */
    public record Mark(
            double x, double y, double margin, double relativeCost, String label, Optional<Instance> instance) {
        public Mark {
            if (!Double.isFinite(x) || !Double.isFinite(y) || !(margin >= 0)) {
                throw new IllegalArgumentException("there is no place for (" + x + ", " + y + " ± " + margin + ")");
            }
        }

        /** A value of no particular instance. */
        public Mark(double x, double y, double margin, double relativeCost, String label) {
            this(x, y, margin, relativeCost, label, Optional.empty());
        }

        /** A plain value. */
        public static Mark of(double x, double y) {
            return new Mark(x, y, 0, 1, "");
        }

        /** The same mark with words beside it. */
        public Mark labelled(String words) {
            return new Mark(x, y, margin, relativeCost, words, instance);
        }

        /** The same mark, standing for an instance. */
        public Mark of(Instance meant) {
            return new Mark(x, y, margin, relativeCost, label, Optional.of(meant));
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
    Color color(Look look) {
        return strength == 1 ? look.ink(ink) : look.pale(look.ink(ink), strength);
    }
}
