package dev.sdpoint.app.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws values over values with JFreeChart: faint horizontal lines, the label of the upright axis above it. Tells where
 * the marks are. */
final class LinesPainter {
    static final double HEIGHT = 406;
    static final double FAINT = 0.4;
    private static final double HEADING_LINE = 22;
    private static final double LABEL_LINE = 26;
    private static final double ROOM = 0.045;
    private static final int MOST_ROWS = 8;
    private static final int MOST_COLUMNS = 9;
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private LinesPainter() {}

    static List<Spot> draw(Graphics2D g2, Panel.Lines panel, Rectangle2D area, Look look) {
        double y = area.getY();
        if (!panel.heading().isEmpty()) {
            Sheet.set(g2, Sheet.HEADING, look.text(), panel.heading(), area.getX(), y + 14);
            y += HEADING_LINE;
        }
        Sheet.set(g2, Sheet.WORDS, look.muted(), panel.y().label(), area.getX(), y + 13);
        y += LABEL_LINE;
        XYPlot plot = plot(panel, look);
        // A chart gives its plot the fonts and defaults that plots alone lack; it paints nothing else here.
        JFreeChart chart = new JFreeChart(null, Sheet.WORDS, plot, false);
        chart.setBackgroundPaint(CLEAR);
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(g2, new Rectangle2D.Double(area.getX(), y, area.getWidth(), area.getMaxY() - y), null, null, info);
        MarkLabels.draw(g2, panel, plot, info.getDataArea(), look);
        return spots(panel, plot, info.getDataArea());
    }

    private static List<Spot> spots(Panel.Lines panel, XYPlot plot, Rectangle2D area) {
        List<Spot> spots = new ArrayList<>();
        for (Series one : panel.series()) {
            for (Series.Mark mark : one.marks()) {
                Point2D at = MarkLabels.place(mark, plot, area);
                if (area.outcode(at) == 0) {
                    spots.add(Spot.of(at.getX(), at.getY(), panel, one, mark));
                }
            }
        }
        return spots;
    }

    private static XYPlot plot(Panel.Lines panel, Look look) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        for (int i = 0; i < panel.series().size(); i++) {
            XYIntervalSeries values = new XYIntervalSeries(i, false, true);
            for (Series.Mark m : panel.series().get(i).marks()) {
                values.add(m.x(), m.x(), m.x(), m.y(), m.y() - m.margin(), m.y() + m.margin());
            }
            data.addSeries(values);
        }
        ValueAxis x = axis(panel.x(), panel.series(), false, look);
        x.setLabel(panel.x().label());
        ValueAxis y = axis(panel.y(), panel.series(), true, look);
        XYPlot plot = new XYPlot(data, x, y, new SeriesRenderer(panel.series(), look));
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setBackgroundPaint(CLEAR);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(look.grid());
        plot.setRangeGridlineStroke(Sheet.HAIR);
        plot.setRangeZeroBaselineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private static ValueAxis axis(Axis axis, List<Series> series, boolean upright, Look look) {
        ValueAxis drawn;
        if (axis.logarithmic()) {
            drawn = new AxisTicks.RoundLogAxis("");
        } else {
            NumberAxis linear = new NumberAxis();
            double length = range(axis, series, upright).getLength();
            linear.setTickUnit(AxisTicks.unit(length, upright ? MOST_ROWS : MOST_COLUMNS, axis.suffix()));
            drawn = linear;
        }
        drawn.setRange(range(axis, series, upright));
        drawn.setLabelFont(Sheet.WORDS);
        drawn.setTickLabelFont(Sheet.FIGURES);
        drawn.setLabelPaint(look.muted());
        drawn.setTickLabelPaint(look.muted());
        drawn.setTickMarksVisible(false);
        drawn.setAxisLineVisible(!upright);
        drawn.setAxisLinePaint(look.zero());
        drawn.setLabel(null);
        drawn.setTickLabelInsets(upright ? new RectangleInsets(0, 0, 0, 8) : new RectangleInsets(8, 6, 4, 6));
        drawn.setLabelInsets(new RectangleInsets(2, 0, 0, 0));
        return drawn;
    }

    /** What an axis shows: what was asked for, else all values with a little room, but no numbers below 0 for shares and counts. */
    static Range range(Axis axis, List<Series> series, boolean upright) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (Series.Mark m : one.marks()) {
                double value = upright ? m.y() : m.x();
                double margin = upright ? m.margin() : 0;
                double under = value - margin;
                low = Math.min(low, axis.logarithmic() && under <= 0 ? value : under);
                high = Math.max(high, value + margin);
            }
        }
        if (low > high) {
            low = axis.logarithmic() ? 0.1 : 0;
            high = 1;
        }
        double from;
        double to;
        if (axis.logarithmic()) {
            double room = Math.max(0.02, Math.log10(high / low) * ROOM);
            from = low * Math.pow(10, -room);
            to = high * Math.pow(10, room);
        } else {
            double room = high > low ? (high - low) * ROOM : Math.max(1e-3, Math.abs(high) * ROOM);
            from = low >= 0 ? Math.max(0, low - room) : low - room;
            to = high + room;
        }
        double lower = Double.isNaN(axis.lower()) ? from : axis.lower();
        double upper = Double.isNaN(axis.upper()) ? to : axis.upper();
        return new Range(lower, upper > lower ? upper : lower + 1);
    }
}
