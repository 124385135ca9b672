package dev.sdpoint.app.figure;

import java.util.List;

/**
 * A figure as data: a heading and panels. {@link FigureFiles} writes it. Immutable.
 *
 * @param title what the figure says, in one line
 * @param subtitle on what data and under what conditions; may be empty
 * @param panels drawn in rows of up to three with equal widths, at least one
 * @param note small print below; may be empty
 */
public record Figure(String title, String subtitle, List<Panel> panels, String note) {
    public Figure {
        if (title.isBlank() || panels.isEmpty()) {
            throw new IllegalArgumentException(
                    "a figure needs a title and a panel, not '" + title + "' and " + panels.size() + " panels");
        }
        panels = List.copyOf(panels);
    }
}
