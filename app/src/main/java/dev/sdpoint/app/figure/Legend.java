package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of the colours in rows, and the scale of costs where something is coloured by it. */
final class Legend {
    private static final Texts TEXTS = Texts.of(Legend.class);
    static final double ROW = 22;
    private static final double SWATCH = 26;
    private static final double DOT_SWATCH = 12;
    private static final double GAP = 8;
    private static final double BETWEEN = 22;
    private static final double SCALE = 96;
    private static final int STEPS = 48;

    private final List<Placed> entries = new ArrayList<>();
    private final boolean scale;
    private double scaleX;
    private int scaleRow;
    private final int rows;

    private record Placed(Panel.LegendEntry entry, double x, int row) {}

    Legend(Figure figure, double width) {
        double x = 0;
        int row = 0;
        Collection<Panel.LegendEntry> all = entries(figure);
        for (Panel.LegendEntry entry : all) {
            double needed = swatch(entry) + GAP + Sheet.width(Sheet.WORDS, entry.name());
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            entries.add(new Placed(entry, x, row));
            x += needed + BETWEEN;
        }
        scale = figure.panels().stream().anyMatch(Panel::colouredByCost);
        if (scale) {
            double needed = Sheet.width(Sheet.WORDS, cheap() + dear()) + SCALE + 2 * GAP;
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            scaleX = x;
            scaleRow = row;
        }
        rows = all.isEmpty() && !scale ? 0 : row + 1;
    }

    /** What is drawn as a line in one panel and as points in another is named once, as the line. */
    private static Collection<Panel.LegendEntry> entries(Figure figure) {
        Map<String, Panel.LegendEntry> entries = new LinkedHashMap<>();
        for (Panel panel : figure.panels()) {
            for (Panel.LegendEntry entry : panel.legend()) {
                entries.merge(
                        entry.name() + entry.ink(), entry, (a, b) -> a.style().hasLine() ? a : b);
            }
        }
        return entries.values();
    }

    double height() {
        return rows * ROW;
    }

    void draw(Graphics2D g2, double left, double top, Look look) {
        for (Placed placed : entries) {
            double x = left + placed.x();
            double middle = top + placed.row() * ROW + ROW / 2;
            swatch(g2, placed.entry(), x, middle, look);
            Sheet.set(
                    g2, Sheet.WORDS, look.text(), placed.entry().name(), x + swatch(placed.entry()) + GAP, middle + 4);
        }
        if (scale) {
            drawScale(g2, left + scaleX, top + scaleRow * ROW + ROW / 2, look);
        }
    }

    private static double swatch(Panel.LegendEntry entry) {
        boolean dots = entry.style() == Series.Style.POINTS || entry.style() == Series.Style.FADED_POINTS;
        return dots ? DOT_SWATCH : SWATCH;
    }

    private static void swatch(Graphics2D g2, Panel.LegendEntry entry, double x, double middle, Look look) {
        Color color = look.ink(entry.ink());
        Series.Style style = entry.style();
        g2.setPaint(look.pale(color, entry.strength()));
        if (style == Series.Style.PALE_BAR) {
            g2.setPaint(look.pale(color, BarsPainter.PALE));
            g2.fill(new Rectangle2D.Double(x, middle - 5, SWATCH, 10));
            return;
        }
        if (style.hasLine()) {
            g2.setStroke(style.dashed() ? Sheet.DASHED : Sheet.LINE);
            g2.draw(new Line2D.Double(x, middle, x + SWATCH, middle));
        }
        if (style.hasPoints()) {
            boolean faded = style == Series.Style.FADED_POINTS;
            g2.setPaint(faded ? look.pale(color, LinesPainter.FAINT) : color);
            g2.fill(AffineTransform.getTranslateInstance(x + swatch(entry) / 2, middle)
                    .createTransformedShape(entry.ink().mark(faded ? Sheet.SMALL_DOT : Sheet.DOT)));
        }
    }

    private static void drawScale(Graphics2D g2, double x, double middle, Look look) {
        Sheet.set(g2, Sheet.WORDS, look.text(), cheap(), x, middle + 4);
        double from = x + Sheet.width(Sheet.WORDS, cheap()) + GAP;
        double step = SCALE / STEPS;
        for (int i = 0; i < STEPS; i++) {
            g2.setPaint(CostScale.of(0.25 + 0.75 * (i + 0.5) / STEPS));
            // A little overlap hides the seams between neighbours.
            g2.fill(new Rectangle2D.Double(from + i * step, middle - 5, i == STEPS - 1 ? step : step + 0.5, 10));
        }
        Sheet.set(g2, Sheet.WORDS, look.text(), dear(), from + SCALE + GAP, middle + 4);
    }

    private static String cheap() {
        return TEXTS.get("legend.cheap");
    }

    private static String dear() {
        return TEXTS.get("legend.dear");
    }
}
