package dev.sdpoint.app.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Lays out and draws a figure: heading, legend, panels side by side, small print. */
final class FigurePainter {
    private static final double MARGIN = 24;
    private static final double SINGLE = 720;
    private static final double EACH_OF_TWO = 500;
    private static final double EACH_OF_MORE = 430;
    private static final double BETWEEN_PANELS = 36;
    private static final double TITLE_LINE = 22;
    private static final double WORDS_LINE = 18;
    private static final double SMALL_LINE = 15;
    private static final double GAP = 12;

    private final Figure figure;
    private final double width;
    private final double panelWidth;
    private final double panelHeight;
    private final List<String> title;
    private final List<String> subtitle;
    private final List<String> note;
    private final Legend legend;

    FigurePainter(Figure figure) {
        this.figure = figure;
        int panels = figure.panels().size();
        double each = panels == 1 ? SINGLE - 2 * MARGIN : panels == 2 ? EACH_OF_TWO : EACH_OF_MORE;
        panelWidth = each;
        width = panels * each + (panels - 1) * BETWEEN_PANELS + 2 * MARGIN;
        double inner = width - 2 * MARGIN;
        title = Sheet.wrap(Sheet.TITLE, figure.title(), inner);
        subtitle = Sheet.wrap(Sheet.WORDS, figure.subtitle(), inner);
        note = Sheet.wrap(Sheet.SMALL, figure.note(), inner);
        legend = new Legend(figure, inner);
        panelHeight = figure.panels().stream()
                .mapToDouble(FigurePainter::height)
                .max()
                .orElse(0);
    }

    int width() {
        return (int) Math.ceil(width);
    }

    int height() {
        double noteHeight = note.isEmpty() ? 0 : GAP + note.size() * SMALL_LINE;
        return (int) Math.ceil(top() + panelHeight + noteHeight + MARGIN);
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
        double x = MARGIN;
        for (Panel panel : figure.panels()) {
            Rectangle2D area = new Rectangle2D.Double(x, top(), panelWidth, height(panel));
            if (panel instanceof Panel.Lines lines) {
                LinesPainter.draw(g2, lines, area);
            } else if (panel instanceof Panel.Bars bars) {
                BarsPainter.draw(g2, bars, area);
            }
            x += panelWidth + BETWEEN_PANELS;
        }
        y = top() + panelHeight + GAP;
        for (String line : note) {
            Sheet.set(g2, Sheet.SMALL, Sheet.MUTED, line, MARGIN, y + 11);
            y += SMALL_LINE;
        }
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
