package dev.sdpoint.app.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.data.Range;

/** Lays out and draws a figure: heading, legend, panels in rows, small print. */
final class FigurePainter {
    private static final double MARGIN = 24;
    private static final double SINGLE = 720;
    private static final double EACH_OF_TWO = 500;
    private static final double EACH_OF_MORE = 430;
    private static final double BETWEEN_PANELS = 36;
    private static final double BETWEEN_ROWS = 28;
    private static final double TITLE_LINE = 22;
    private static final double WORDS_LINE = 18;
    private static final double SMALL_LINE = 15;
    private static final double GAP = 12;

    private final Figure figure;
    private final double width;
    private final double panelWidth;
    private final int columns;
    private final double rowHeight;
    private final List<String> title;
    private final List<String> subtitle;
    private final List<String> note;
    private final Legend legend;

    FigurePainter(Figure figure) {
        this.figure = figure;
        columns = columns(figure.panels().size());
        panelWidth = columns == 1 ? SINGLE - 2 * MARGIN : columns == 2 ? EACH_OF_TWO : EACH_OF_MORE;
        width = columns * panelWidth + (columns - 1) * BETWEEN_PANELS + 2 * MARGIN;
        double inner = width - 2 * MARGIN;
        title = Sheet.wrap(Sheet.TITLE, figure.title(), inner);
        subtitle = Sheet.wrap(Sheet.WORDS, figure.subtitle(), inner);
        note = Sheet.wrap(Sheet.SMALL, figure.note(), inner);
        legend = new Legend(figure, inner);
        rowHeight = figure.panels().stream()
                .mapToDouble(FigurePainter::height)
                .max()
                .orElse(0);
    }

    int width() {
        return (int) Math.ceil(width);
    }

    int height() {
        double noteHeight = note.isEmpty() ? 0 : GAP + note.size() * SMALL_LINE;
        return (int) Math.ceil(top() + panelsHeight() + noteHeight + MARGIN);
    }

    /** Draws everything, the paper included. */
    void draw(Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setPaint(Sheet.PAPER);
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        double y = MARGIN;
        for (String line : title) {
            Sheet.set(g2, Sheet.TITLE, Sheet.TEXT, line, MARGIN, y + 16);
            y += TITLE_LINE;
        }
        for (String line : subtitle) {
            Sheet.set(g2, Sheet.WORDS, Sheet.MUTED, line, MARGIN, y + 13);
            y += WORDS_LINE;
        }
        if (legend.height() > 0) {
            legend.draw(g2, MARGIN, y + GAP / 2);
        }
        for (int i = 0; i < figure.panels().size(); i++) {
            draw(g2, figure.panels().get(i), i % columns, i / columns);
        }
        y = top() + panelsHeight() + GAP;
        for (String line : note) {
            Sheet.set(g2, Sheet.SMALL, Sheet.MUTED, line, MARGIN, y + 11);
            y += SMALL_LINE;
        }
    }

    private void draw(Graphics2D g2, Panel panel, int column, int row) {
        Rectangle2D area = new Rectangle2D.Double(
                MARGIN + column * (panelWidth + BETWEEN_PANELS),
                top() + row * (rowHeight + BETWEEN_ROWS),
                panelWidth,
                height(panel));
        if (panel instanceof Panel.Lines lines) {
            LinesPainter.draw(g2, onSharedAxis(lines), area);
        } else if (panel instanceof Panel.Bars bars) {
            BarsPainter.draw(g2, bars, area);
        }
    }

    /** Panels that measure the same upwards show the same range, so that heights can be compared across them. */
    private Panel.Lines onSharedAxis(Panel.Lines panel) {
        List<Series> all = figure.panels().stream()
                .flatMap(p -> p instanceof Panel.Lines other && other.y().equals(panel.y())
                        ? other.series().stream()
                        : Stream.empty())
                .toList();
        Range range = LinesPainter.range(panel.y(), all, true);
        Axis y = panel.y().within(range.getLowerBound(), range.getUpperBound());
        return new Panel.Lines(panel.heading(), panel.x(), y, panel.series());
    }

    /** As many as stand side by side: up to three, and four as two and two. */
    private static int columns(int panels) {
        return panels == 4 ? 2 : Math.min(3, panels);
    }

    private double panelsHeight() {
        int rows = (figure.panels().size() + columns - 1) / columns;
        return rows * rowHeight + (rows - 1) * BETWEEN_ROWS;
    }

    /** Where the panels begin. */
    private double top() {
        double legendHeight = legend.height() > 0 ? GAP / 2 + legend.height() : 0;
        return MARGIN + title.size() * TITLE_LINE + subtitle.size() * WORDS_LINE + legendHeight + GAP;
    }

    private static double height(Panel panel) {
        return panel instanceof Panel.Bars bars ? BarsPainter.height(bars) : LinesPainter.HEIGHT;
    }
}
