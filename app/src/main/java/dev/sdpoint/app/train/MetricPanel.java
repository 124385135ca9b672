package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartStyle;
import dev.sdpoint.app.figure.AxisTicks;
import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One metric of a run over its course: every value faint, the smoothed course strong. */
final class MetricPanel {
    private static final BasicStroke FAINT = new BasicStroke(1);
    private static final BasicStroke STRONG = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double AIR = 0.08;
    /** What lies below cannot be told apart on a logarithmic axis. */
    private static final double LEAST = 1e-6;

    private final XYSeries raw = new XYSeries("raw", false, true);
    private final XYSeries smooth = new XYSeries("smoothed", false, true);
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis linear;
    private final AxisTicks.RoundLogAxis log;
    private final XYPlot plot;
    private final double factor;
    private final double leastSpan;
    private boolean logarithmic;

    /**
     * @param suffix of the numbers at the axis
     * @param factor by which values are multiplied
     * @param leastSpan smallest range of values shown, lest noise look like news
     */
    MetricPanel(String label, String suffix, double factor, double leastSpan) {
        this.factor = factor;
        this.leastSpan = leastSpan;
        linear = new NumberAxis(label);
        linear.setStandardTickUnits(AxisTicks.linear(suffix));
        linear.setRange(0, 1);
        log = new AxisTicks.RoundLogAxis(label);
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(raw);
        data.addSeries(smooth);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesStroke(0, FAINT);
        renderer.setSeriesStroke(1, STRONG);
        plot = new XYPlot(data, null, linear, renderer);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    XYPlot plot() {
        return plot;
    }

    void setLogarithmic(boolean wanted) {
        logarithmic = wanted;
        plot.setRangeAxis(wanted ? log : linear);
    }

    void show(MetricSeries series, RunAxis.Places places, double horizon) {
        fill(raw, series.raw(), places);
        fill(smooth, series.smoothed(horizon), places);
        ValueAxis axis = logarithmic ? log : linear;
        axis.setRange(range(series));
    }

    void paint(ChartPalette palette, java.awt.Color color) {
        ChartStyle.apply(plot, palette);
        for (ValueAxis axis : List.of(linear, log)) {
            ChartStyle.apply(axis, palette);
            axis.setTickLabelInsets(new RectangleInsets(2, 4, 2, 4));
        }
        renderer.setSeriesPaint(0, ChartPalette.faded(color, 0.35));
        renderer.setSeriesPaint(1, color);
    }

    /** From the smallest to the largest value that was ever seen, so that the axis never jumps back. */
    private Range range(MetricSeries series) {
        double low = factor
                * series.buckets().stream()
                        .mapToDouble(MetricSeries.Bucket::min)
                        .min()
                        .orElse(0);
        double high = factor
                * series.buckets().stream()
                        .mapToDouble(MetricSeries.Bucket::max)
                        .max()
                        .orElse(1);
        if (logarithmic) {
            double from = Math.max(LEAST, low);
            double to = Math.max(from * 2, high);
            double room = Math.pow(to / from, AIR);
            return new Range(from / room, to * room);
        }
        double span = Math.max(Math.max(high - low, leastSpan), Math.max(high * AIR, 1e-9));
        double air = Math.max((high - low) * AIR, (span - (high - low)) / 2);
        return new Range(Math.max(0, low - air), high + air);
    }

    private void fill(XYSeries target, List<MetricSeries.Point> points, RunAxis.Places places) {
        target.setNotify(false);
        target.clear();
        for (MetricSeries.Point point : points) {
            double value = factor * point.value();
            target.add(places.x(point.iteration()), logarithmic ? Math.max(LEAST, value) : value, false);
        }
        target.setNotify(true);
    }
}
