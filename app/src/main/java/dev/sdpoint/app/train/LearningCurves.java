package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartStyle;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.figure.AxisTicks;
import java.awt.BasicStroke;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Loss above, training error below, over the iterations: every value faint, the smoothed course strong. */
final class LearningCurves extends Region {
    private static final BasicStroke FAINT = new BasicStroke(1);
    private static final BasicStroke STRONG = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double PER_CENT = 100;

    private final Panel loss = new Panel("loss", "", 0.5);
    private final Panel error = new Panel("error", " %", 0.1);
    private final NumberAxis iterations = new NumberAxis("iteration");
    private final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(iterations);
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final ChartViewer viewer = new ChartViewer(chart);
    private final ChartTokens tokens = new ChartTokens();

    LearningCurves() {
        plot.setGap(14);
        plot.add(loss.plot, 5);
        plot.add(error.plot, 4);
        iterations.setStandardTickUnits(AxisTicks.whole());
        chart.setPadding(new RectangleInsets(4, 2, 2, 10));
        viewer.setMouseTransparent(true);
        getChildren().addAll(viewer, tokens);
        tokens.paletteProperty().addListener((value, before, after) -> paint(after));
        setMinSize(120, 80);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Loss and training error over the iterations");
    }

    /** Shows the curves of a run of so many iterations. */
    void show(RunCurves curves, long runIterations) {
        chart.setNotify(false);
        loss.show(curves.loss(), curves.horizon(), 1);
        error.show(curves.error(), curves.horizon(), PER_CENT);
        long last = curves.loss().buckets().stream()
                .mapToLong(b -> b.start() + b.width())
                .max()
                .orElse(1);
        // The axis shows what is there with some room ahead, but never more than the run is long.
        double end = Math.min(Math.max(runIterations, last), Math.max(10, last * 1.15));
        iterations.setRange(0, end);
        chart.setNotify(true);
        describe(curves);
    }

    @Override
    protected void layoutChildren() {
        viewer.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void paint(ChartPalette palette) {
        chart.setNotify(false);
        ChartStyle.apply(chart, plot, palette);
        ChartStyle.apply(iterations, palette);
        loss.paint(palette, palette.accent());
        error.paint(palette, palette.second());
        chart.setNotify(true);
    }

    private void describe(RunCurves curves) {
        List<MetricSeries.Point> smooth = curves.loss().smoothed(curves.horizon());
        if (!smooth.isEmpty()) {
            setAccessibleText(String.format(
                    java.util.Locale.ROOT,
                    "Loss and training error over the iterations; the smoothed loss is %.2f now",
                    smooth.get(smooth.size() - 1).value()));
        }
    }

    /** One metric. */
    private static final class Panel {
        private final XYSeries raw = new XYSeries("raw", false, true);
        private final XYSeries smooth = new XYSeries("smoothed", false, true);
        private final XYSeriesCollection data = new XYSeriesCollection();
        private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        private final NumberAxis axis;
        private final XYPlot plot;
        private final double leastSpan;

        /** @param leastSpan smallest range of values shown, lest noise look like news */
        Panel(String label, String suffix, double leastSpan) {
            axis = new NumberAxis(label);
            axis.setStandardTickUnits(AxisTicks.linear(suffix));
            data.addSeries(raw);
            data.addSeries(smooth);
            renderer.setDrawSeriesLineAsPath(true);
            renderer.setSeriesStroke(0, FAINT);
            renderer.setSeriesStroke(1, STRONG);
            plot = new XYPlot(data, null, axis, renderer);
            plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
            axis.setRange(0, 1);
            this.leastSpan = leastSpan;
        }

        void show(MetricSeries series, double horizon, double factor) {
            List<MetricSeries.Point> line = series.smoothed(horizon);
            fill(raw, series.raw(), factor);
            fill(smooth, line, factor);
            axis.setRange(range(series, factor));
        }

        void paint(ChartPalette palette, java.awt.Color color) {
            ChartStyle.apply(plot, palette);
            axis.setTickLabelInsets(new RectangleInsets(2, 4, 2, 4));
            renderer.setSeriesPaint(0, ChartPalette.faded(color, 0.35));
            renderer.setSeriesPaint(1, color);
        }

        /** From the smallest to the largest value that was ever seen, so that the axis never jumps back. */
        private Range range(MetricSeries series, double factor) {
            double low = series.buckets().stream()
                    .mapToDouble(MetricSeries.Bucket::min)
                    .min()
                    .orElse(0);
            double high = series.buckets().stream()
                    .mapToDouble(MetricSeries.Bucket::max)
                    .max()
                    .orElse(1);
            double air = Math.max((high - low) * 0.08, (leastSpan - (high - low)) / 2);
            return new Range(factor * Math.max(0, low - air), factor * (high + air));
        }

        private static void fill(XYSeries target, List<MetricSeries.Point> points, double factor) {
            target.clear();
            for (MetricSeries.Point point : points) {
                target.add(point.iteration() + 1, factor * point.value(), false);
            }
            target.fireSeriesChanged();
        }
    }
}
