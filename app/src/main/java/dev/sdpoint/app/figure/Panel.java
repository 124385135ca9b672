package dev.sdpoint.app.figure;

import java.util.List;
import java.util.stream.Stream;

/** One plot of a figure. */
public sealed interface Panel permits Panel.Lines, Panel.Bars {
    /** Heading of this panel alone; empty where the figure's title is enough. */
    String heading();

    /** What the colours mean: one entry per name, in order of appearance. */
    List<LegendEntry> legend();

    /** Whether anything in it is coloured by its cost. */
    boolean colouredByCost();

    /**
     * Values over values.
     *
     * @param x axis along the bottom
     * @param y axis at the left; equal ones of a figure show the same range
     * @param series drawn in this order, later ones on top; all lines below all marks
     */
    record Lines(String heading, Axis x, Axis y, List<Series> series) implements Panel {
        public Lines {
            series = List.copyOf(series);
        }

        @Override
        public List<LegendEntry> legend() {
            return series.stream()
                    .filter(s -> !s.name().isEmpty())
                    .map(s -> new LegendEntry(s.name(), s.style(), s.ink(), s.strength()))
                    .distinct()
                    .toList();
        }

        @Override
        public boolean colouredByCost() {
            return series.stream().anyMatch(s -> s.ink() == Ink.COST);
        }
    }

    /**
     * Horizontal bars, one below the other, each with its value written at its end.
     *
     * @param values axis of the lengths; its range always includes 0
     * @param bars from top to bottom
     * @param part name of the pale part of the bars; empty if there is none
     */
    record Bars(String heading, Axis values, List<Bar> bars, String part) implements Panel {
        public Bars {
            bars = List.copyOf(bars);
            if (bars.isEmpty()) {
                throw new IllegalArgumentException("a panel of bars needs at least 1 bar");
            }
        }

        @Override
        public List<LegendEntry> legend() {
            Ink ink = bars.get(0).ink() == Ink.COST ? Ink.GREY : bars.get(0).ink();
            return Stream.of(part)
                    .filter(name -> !name.isEmpty())
                    .map(name -> new LegendEntry(name, Series.Style.PALE_BAR, ink, 1))
                    .toList();
        }

        @Override
        public boolean colouredByCost() {
            return bars.stream().anyMatch(b -> b.ink() == Ink.COST);
        }
    }

    /**
     * One bar.
     *
     * @param label at its left
     * @param value its length, in units of the axis; may be negative
     * @param part how much of it is pale, at its end; between 0 and the value
     * @param text what is written at its end
     * @param ink colour
     * @param relativeCost share of the full network's cost, for {@link Ink#COST}
     */
    record Bar(String label, double value, double part, String text, Ink ink, double relativeCost) {
        public Bar {
            if (!Double.isFinite(value) || Math.abs(part) > Math.abs(value) || part * value < 0) {
                throw new IllegalArgumentException("a bar of " + value + " cannot have a part of " + part);
            }
        }

        /** A bar of one tone. */
        public static Bar of(String label, double value, String text, Ink ink) {
            return new Bar(label, value, 0, text, ink, 1);
        }

        /** A bar in the colour of a cost. */
        public static Bar ofCost(String label, double value, double part, String text, double relativeCost) {
            return new Bar(label, value, part, text, Ink.COST, relativeCost);
        }
    }

    /** A line of the legend. */
    record LegendEntry(String name, Series.Style style, Ink ink, double strength) {}
}
