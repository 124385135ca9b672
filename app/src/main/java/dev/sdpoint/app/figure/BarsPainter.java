package dev.sdpoint.app.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws horizontal bars: labels at the left, values at the ends, one line at 0 and no other. Tells where their ends are. */
final class BarsPainter {
    static final double PALE = 0.45;
    private static final double ROW = 24;
    private static final double BAR = 15;
    private static final double HEADING_LINE = 22;
    private static final double LABEL_LINE = 22;
    private static final double GAP = 8;

    private BarsPainter() {}

    static double height(Panel.Bars panel) {
        return (panel.heading().isEmpty() ? 0 : HEADING_LINE)
                + LABEL_LINE
                + panel.bars().size() * ROW;
    }

    static List<Spot> draw(Graphics2D g2, Panel.Bars panel, Rectangle2D area, Look look) {
        double y = area.getY();
        if (!panel.heading().isEmpty()) {
            Sheet.set(g2, Sheet.HEADING, look.text(), panel.heading(), area.getX(), y + 14);
            y += HEADING_LINE;
        }
        Scale scale = Scale.of(panel, area);
        Sheet.set(g2, Sheet.WORDS, look.muted(), panel.values().label(), scale.labels(), y + 13);
        y += LABEL_LINE;
        double top = y;
        List<Spot> spots = new ArrayList<>();
        for (Panel.Bar bar : panel.bars()) {
            draw(g2, bar, scale, y, look);
            spots.add(new Spot(
                    scale.place(bar.value()), y + ROW / 2, bar.label(), List.of(bar.text()), Optional.empty()));
            y += ROW;
        }
        g2.setPaint(look.zero());
        g2.setStroke(Sheet.HAIR);
        g2.draw(new Line2D.Double(scale.zero(), top, scale.zero(), y));
        return spots;
    }

    private static void draw(Graphics2D g2, Panel.Bar bar, Scale scale, double y, Look look) {
        double middle = y + ROW / 2;
        Sheet.setRight(g2, Sheet.WORDS, look.text(), bar.label(), scale.labels() - GAP, middle + 4);
        Color color = look.ink(bar.ink(), bar.relativeCost());
        double end = scale.place(bar.value());
        double solid = scale.place(bar.value() - bar.part());
        fill(g2, color, scale.zero(), solid, middle);
        fill(g2, look.pale(color, PALE), solid, end, middle);
        look.edge(bar.ink(), bar.relativeCost()).ifPresent(edge -> {
            g2.setPaint(edge);
            g2.setStroke(Sheet.HAIR);
            g2.draw(bar(scale.zero(), end, middle));
        });
        if (bar.value() < 0) {
            Sheet.setRight(g2, Sheet.FIGURES, look.text(), bar.text(), end - GAP, middle + 4);
        } else {
            Sheet.set(g2, Sheet.FIGURES, look.text(), bar.text(), end + GAP, middle + 4);
        }
    }

    private static void fill(Graphics2D g2, Color color, double from, double to, double middle) {
        g2.setPaint(color);
        g2.fill(bar(from, to, middle));
    }

    private static Rectangle2D bar(double from, double to, double middle) {
        return new Rectangle2D.Double(Math.min(from, to), middle - BAR / 2, Math.abs(to - from), BAR);
    }

    /**
     * Where values lie.
     *
     * @param labels right end of the labels' column
     * @param zero place of the value 0
     * @param perUnit pixels per unit
     */
    private record Scale(double labels, double zero, double perUnit) {
        static Scale of(Panel.Bars panel, Rectangle2D area) {
            double low = Double.isNaN(panel.values().lower())
                    ? 0
                    : Math.min(0, panel.values().lower());
            double high = Double.isNaN(panel.values().upper())
                    ? 0
                    : Math.max(0, panel.values().upper());
            double label = 0;
            double text = 0;
            double lowText = 0;
            for (Panel.Bar bar : panel.bars()) {
                low = Math.min(low, bar.value());
                high = Math.max(high, bar.value());
                label = Math.max(label, Sheet.width(Sheet.WORDS, bar.label()));
                double width = Sheet.width(Sheet.FIGURES, bar.text()) + GAP;
                text = bar.value() < 0 ? text : Math.max(text, width);
                lowText = bar.value() < 0 ? Math.max(lowText, width) : lowText;
            }
            double labels = area.getX() + label + GAP;
            double room = area.getMaxX() - labels - text - lowText;
            double perUnit = high > low ? room / (high - low) : 0;
            return new Scale(labels, labels + lowText - low * perUnit, perUnit);
        }

        double place(double value) {
            return zero + value * perUnit;
        }
    }
}
