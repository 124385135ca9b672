package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.figure.AxisTicks;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The cost–error chart as a JFreeChart, without any node: earlier curves as a fading trail, a dashed reference, the
 * non-dominated curve, every instance in its cost colour with its 95 % interval, and a ring around the selected one. One
 * change of the chart per call, so that it is drawn once.
 */
final class CostErrorPlot {
    private static final int TRAIL = 0;
    private static final int REFERENCE = 1;
    private static final int CURVE = 2;
    private static final int INSTANCES = 3;
    private static final BasicStroke THIN = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke STRONG = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final XYSeriesCollection trail = new XYSeriesCollection();
    private final XYSeriesCollection reference = new XYSeriesCollection();
    private final XYSeriesCollection curve = new XYSeriesCollection();
    private final InstanceLayer instances = new InstanceLayer();
    private final XYLineAndShapeRenderer trailLines = lines(THIN);
    private final XYLineAndShapeRenderer referenceLine = lines(DASHED);
    private final XYLineAndShapeRenderer curveLine = lines(STRONG);
    private final NumberAxis linear = new NumberAxis();
    private final AxisTicks.RoundLogAxis logarithmic = new AxisTicks.RoundLogAxis("");
    private final NumberAxis errors = new NumberAxis("top-1 error");
    private CostErrorData data = CostErrorData.EMPTY;
    private CostUnit unit = CostUnit.GFLOPS;

    CostErrorPlot() {
        plot.setDataset(TRAIL, trail);
        plot.setRenderer(TRAIL, trailLines);
        plot.setDataset(REFERENCE, reference);
        plot.setRenderer(REFERENCE, referenceLine);
        plot.setDataset(CURVE, curve);
        plot.setRenderer(CURVE, curveLine);
        plot.setDataset(INSTANCES, instances.dataset());
        plot.setRenderer(INSTANCES, instances);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        linear.setStandardTickUnits(AxisTicks.linear(""));
        errors.setStandardTickUnits(AxisTicks.linear(" %"));
        plot.setRangeAxis(errors);
        plot.setDomainAxis(linear);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart.setPadding(new RectangleInsets(6, 2, 2, 10));
    }

    JFreeChart chart() {
        return chart;
    }

    CostErrorData data() {
        return data;
    }

    /** Shows the data under an axis. */
    void show(CostErrorData shown, CostUnit costUnit, boolean log) {
        data = shown;
        unit = costUnit;
        chart.setNotify(false);
        fill(trail, shown.trail());
        fill(reference, shown.reference().stream().toList());
        fill(curve, shown.latest().stream().toList());
        instances.show(shown.front().map(Labelled::sweep), unit);
        ValueAxis axis = log ? logarithmic : linear;
        axis.setLabel(costUnit.axisLabel());
        plot.setDomainAxis(axis);
        PlotRange.cost(shown, costUnit, log).ifPresent(axis::setRange);
        PlotRange.error(shown).ifPresent(errors::setRange);
        axis.setVisible(shown.front().isPresent());
        errors.setVisible(shown.front().isPresent());
        fadeTrail();
        chart.setNotify(true);
    }

    /** Rings an instance; nothing if it is not in the chart. */
    void select(Instance instance) {
        chart.setNotify(false);
        instances.select(instance);
        chart.setNotify(true);
    }

    /** Takes over the theme. */
    void paint(ChartPalette palette) {
        chart.setNotify(false);
        ChartStyle.apply(chart, plot, palette);
        ChartStyle.apply(logarithmic, palette);
        ChartStyle.apply(linear, palette);
        trailLines.setDefaultPaint(palette.accent());
        referenceLine.setDefaultPaint(palette.reference());
        curveLine.setDefaultPaint(palette.accent());
        curveLine.setSeriesPaint(0, palette.accent());
        referenceLine.setSeriesPaint(0, palette.reference());
        instances.paint(palette);
        fadeTrail();
        chart.setNotify(true);
    }

    /** The instance nearest to a place in the chart, within some pixels. */
    Optional<InstanceScore> at(double x, double y, Rectangle2D area, double reach) {
        InstanceScore nearest = null;
        double least = reach * reach;
        for (InstanceScore score : scores()) {
            double dx = x(score, area) - x;
            double dy = y(score, area) - y;
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = score;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Where an instance is drawn, from the left. */
    double x(InstanceScore score, Rectangle2D area) {
        return plot.getDomainAxis().valueToJava2D(unit.of(score), area, RectangleEdge.BOTTOM);
    }

    /** Where an instance is drawn, from the top. */
    double y(InstanceScore score, Rectangle2D area) {
        return errors.valueToJava2D(100 * score.top1Error(), area, RectangleEdge.LEFT);
    }

    private List<InstanceScore> scores() {
        return data.front().map(Labelled::sweep).map(Sweep::byCost).orElse(List.of());
    }

    private void fill(XYSeriesCollection target, List<Labelled> evaluations) {
        target.removeAllSeries();
        for (int i = 0; i < evaluations.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            for (InstanceScore score : evaluations.get(i).sweep().curve()) {
                series.add(unit.of(score), 100 * score.top1Error(), false);
            }
            target.addSeries(series);
        }
    }

    /** The older, the fainter. */
    private void fadeTrail() {
        int count = trail.getSeriesCount();
        java.awt.Color accent = (java.awt.Color) trailLines.getDefaultPaint();
        for (int i = 0; i < count; i++) {
            int age = count - i;
            trailLines.setSeriesPaint(i, ChartPalette.faded(accent, 0.5 - 0.42 * age / CostErrorData.TRAIL));
        }
    }

    private static XYLineAndShapeRenderer lines(BasicStroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDefaultStroke(stroke);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultPaint(java.awt.Color.GRAY);
        return renderer;
    }
}
