package dev.sdpoint.app.figure;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something in a drawn figure that one can point at.
 *
 * @param x of its middle, from the left of the figure
 * @param y of its middle, from the top of the figure
 * @param title what it is
 * @param lines what it says, with units
 * @param instance the instance that it stands for, if it is one
 */
public record Spot(double x, double y, String title, List<String> lines, Optional<Instance> instance) {
    public Spot {
        lines = List.copyOf(lines);
    }

    static Spot of(double x, double y, Panel.Lines panel, Series series, Series.Mark mark) {
        String label = mark.instance().map(Instance::label).orElse(mark.label());
        String title = label.isEmpty() ? (series.name().isEmpty() ? panel.heading() : series.name()) : label;
        String name = title.equals(series.name()) ? "" : series.name();
        return new Spot(
                x,
                y,
                title,
                Stream.of(name, words(panel.x(), mark.x()), words(panel.y(), mark.y()) + margin(panel.y(), mark))
                        .filter(line -> !line.isBlank())
                        .toList(),
                mark.instance());
    }

    private static String words(Axis axis, double value) {
        return axis.label() + ": " + number(value) + axis.suffix();
    }

    private static String margin(Axis axis, Series.Mark mark) {
        return mark.margin() > 0 ? " ± " + number(mark.margin()) + axis.suffix() : "";
    }

    /** About four digits. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e9) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int decimals = size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 4 : 6;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
