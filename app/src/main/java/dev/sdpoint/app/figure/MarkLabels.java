package dev.sdpoint.app.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Writes words beside marks, in the first place around them where nothing else is; without room they are left out. */
final class MarkLabels {
    private static final double REACH = 7;
    private static final double HEIGHT = 13;
    private static final double ASCENT = 10;
    private static final BasicStroke HALO = new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private MarkLabels() {}

    static void draw(Graphics2D g2, Panel.Lines panel, XYPlot plot, Rectangle2D area, Look look) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (Series series : panel.series()) {
            if (series.style().hasPoints()) {
                series.marks().forEach(m -> taken.add(around(place(m, plot, area))));
            }
            taken.addAll(pathOf(series, plot, area));
        }
        for (Series series : panel.series()) {
            for (Series.Mark mark : series.marks()) {
                if (!mark.label().isEmpty()) {
                    write(g2, mark, look.ink(series.ink()), look.paper(), place(mark, plot, area), area, taken);
                }
            }
        }
    }

    private static void write(
            Graphics2D g2,
            Series.Mark mark,
            Color ink,
            Color paper,
            Point2D at,
            Rectangle2D area,
            List<Rectangle2D> taken) {
        Font font = Sheet.SMALL;
        double width = Sheet.width(font, mark.label());
        double right = at.getX() + REACH;
        double left = at.getX() - REACH - width;
        double middle = at.getX() - width / 2;
        double above = at.getY() - REACH - HEIGHT;
        double level = at.getY() - HEIGHT / 2;
        double below = at.getY() + REACH;
        double[][] places = {
            {right, level},
            {right, above + 4},
            {middle, above},
            {right, below - 4},
            {left, level},
            {left, above + 4},
            {left, below - 4},
            {middle, below}
        };
        for (double[] place : places) {
            Rectangle2D box = new Rectangle2D.Double(place[0], place[1], width, HEIGHT);
            if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                Shape outline = font.createGlyphVector(new FontRenderContext(null, true, true), mark.label())
                        .getOutline((float) place[0], (float) (place[1] + ASCENT));
                g2.setPaint(paper);
                g2.setStroke(HALO);
                g2.draw(outline);
                g2.setPaint(ink);
                g2.fill(outline);
                return;
            }
        }
    }

    /** Where a mark is drawn. */
    static Point2D place(Series.Mark mark, XYPlot plot, Rectangle2D area) {
        return new Point2D.Double(
                plot.getDomainAxis().valueToJava2D(mark.x(), area, RectangleEdge.BOTTOM),
                plot.getRangeAxis().valueToJava2D(mark.y(), area, RectangleEdge.LEFT));
    }

    private static Rectangle2D around(Point2D at) {
        return new Rectangle2D.Double(at.getX() - 5, at.getY() - 5, 10, 10);
    }

    /** Small boxes along the lines of a series, so that words do not lie on them. */
    private static List<Rectangle2D> pathOf(Series series, XYPlot plot, Rectangle2D area) {
        List<Rectangle2D> boxes = new ArrayList<>();
        List<Series.Mark> marks = series.style().hasLine() ? series.marks() : List.of();
        for (int i = 1; i < marks.size(); i++) {
            Point2D a = place(marks.get(i - 1), plot, area);
            Point2D b = place(marks.get(i), plot, area);
            int steps = (int) Math.ceil(a.distance(b) / 3);
            for (int s = 0; s <= steps; s++) {
                double share = steps == 0 ? 0 : (double) s / steps;
                double x = a.getX() + (b.getX() - a.getX()) * share;
                double y = a.getY() + (b.getY() - a.getY()) * share;
                boxes.add(new Rectangle2D.Double(x - 2, y - 2, 4, 4));
            }
        }
        return boxes;
    }
}
