package dev.sdpoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** The one look of all charts: no frames, faint horizontal lines, small muted labels. */
public final class ChartStyle {
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final BasicStroke HAIR = new BasicStroke(1);

    private ChartStyle() {}

    /** Paints a chart and its plot with their axes. */
    public static void apply(JFreeChart chart, XYPlot plot, ChartPalette palette) {
        chart.setBackgroundPaint(palette.surface());
        chart.setAntiAlias(true);
        apply(plot, palette);
    }

    /** Paints a plot with its axes. */
    public static void apply(XYPlot plot, ChartPalette palette) {
        plot.setBackgroundPaint(CLEAR);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(palette.grid());
        plot.setRangeGridlineStroke(HAIR);
        plot.setNoDataMessage(null);
        for (int i = 0; i < plot.getDomainAxisCount(); i++) {
            applyIfThere(plot.getDomainAxis(i), palette);
        }
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            applyIfThere(plot.getRangeAxis(i), palette);
        }
    }

    /** Paints an axis. */
    public static void apply(ValueAxis axis, ChartPalette palette) {
        axis.setLabelFont(ChartPalette.labelFont());
        axis.setTickLabelFont(ChartPalette.tickFont());
        axis.setLabelPaint(palette.muted());
        axis.setTickLabelPaint(palette.muted());
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(8, 12, 8, 8));
        axis.setLabelInsets(new RectangleInsets(2, 2, 2, 2));
    }

    private static void applyIfThere(@org.jspecify.annotations.Nullable ValueAxis axis, ChartPalette palette) {
        if (axis != null) {
            apply(axis, palette);
        }
    }
}
