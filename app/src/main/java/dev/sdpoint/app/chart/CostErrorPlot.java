package dev.sdpoint.app.chart;

import dev.sdpoint.app.figure.AxisTicks;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The cost–error chart as a JFreeChart, without any node: earlier curves as a fading trail, dashed references, published results, the
 * non-dominated curve, every instance in its cost colour with its 95 % interval, and a ring around the selected one. One change of the
 * chart per call, so that it is drawn once.
 */
final class CostErrorPlot {
    private static final Texts TEXTS = Texts.of(CostErrorPlot.class);
    private static final int TRAIL = 0;
    private static final int REFERENCE = 1;
    private static final int CURVE = 2;
    private static final int INSTANCES = 3;
    private static final int LITERATURE = 4;
    private static final Range ALL_ERRORS = new Range(0, 100);
    private static final BasicStroke THIN = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke STRONG = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Ellipse2D REFERENCE_DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final XYSeriesCollection trail = new XYSeriesCollection();
    private final XYSeriesCollection references = new XYSeriesCollection();
    private final XYSeriesCollection curve = new XYSeriesCollection();
    private final InstanceLayer instances = new InstanceLayer();
    private final LiteratureLayer literature = new LiteratureLayer();
    private final XYLineAndShapeRenderer trailLines = lines(THIN, false);
    private final XYLineAndShapeRenderer referenceLines = lines(dashes(0), true);
    private final XYLineAndShapeRenderer curveLine = lines(STRONG, false);
    private final NumberAxis linear = new NumberAxis();
    private final AxisTicks.RoundLogAxis logarithmic = new AxisTicks.RoundLogAxis("");
    private final NumberAxis errors = new NumberAxis(TEXTS.get("axis.error"));
    private final PlotWindow window = new PlotWindow();
    private CostErrorView view = CostErrorView.EMPTY;
    private Optional<ChartPalette> palette = Optional.empty();

    CostErrorPlot() {
        layer(TRAIL, trail, trailLines);
        layer(REFERENCE, references, referenceLines);
        layer(CURVE, curve, curveLine);
        layer(INSTANCES, instances.dataset(), instances);
        layer(LITERATURE, literature.dataset(), literature);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        linear.setStandardTickUnits(AxisTicks.linear(""));
        errors.setStandardTickUnits(AxisTicks.linear(" %"));
        plot.setRangeAxis(errors);
        plot.setDomainAxis(linear);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        referenceLines.setDefaultShape(REFERENCE_DOT);
        referenceLines.setAutoPopulateSeriesShape(false);
        chart.setPadding(new RectangleInsets(6, 2, 2, 10));
    }

    JFreeChart chart() {
        return chart;
    }

    CostErrorView view() {
        return view;
    }

    /** What a person has zoomed into; {@link #windowChanged} after a change. */
    PlotWindow window() {
        return window;
    }

    /** Draws a view; a part that a person has zoomed into stays, but not on another axis. */
    void show(CostErrorView shown) {
        if (shown.unit() != view.unit() || shown.logarithmic() != view.logarithmic()) {
            window.reset();
        }
        view = shown;
        chart.setNotify(false);
        fill(trail, shown.trail());
        fill(
                references,
                shown.references().stream()
                        .map(CostErrorView.Reference::plotted)
                        .toList());
        fill(curve, shown.latest().stream().toList());
        instances.show(shown.front());
        literature.show(shown);
        ValueAxis axis = shown.logarithmic() ? logarithmic : linear;
        axis.setLabel(shown.unit().axisLabel());
        plot.setDomainAxis(axis);
        Optional<Range> costs = PlotRange.cost(shown);
        Optional<Range> wrong = PlotRange.error(shown);
        if (costs.isPresent() && wrong.isPresent()) {
            window.whole(costs.get(), wrong.get(), ALL_ERRORS);
            window.apply(axis, errors);
        }
        boolean anything = costs.isPresent();
        axis.setVisible(anything);
        errors.setVisible(anything);
        plot.setRangeGridlinesVisible(anything);
        colour();
        chart.setNotify(true);
    }

    /** Draws the part that the window shows now. */
    void windowChanged() {
        chart.setNotify(false);
        window.apply(plot.getDomainAxis(), errors);
        chart.setNotify(true);
    }

    /** Rings an instance; nothing if it is not in the chart. */
    void select(Instance instance) {
        chart.setNotify(false);
        instances.select(instance);
        chart.setNotify(true);
    }

    /** Takes over the theme. */
    void paint(ChartPalette theme) {
        chart.setNotify(false);
        palette = Optional.of(theme);
        ChartStyle.apply(chart, plot, theme);
        ChartStyle.apply(logarithmic, theme);
        ChartStyle.apply(linear, theme);
        instances.paint(theme);
        literature.paint(theme);
        colour();
        chart.setNotify(true);
    }

    /** What lies nearest to a place in the chart, within some pixels; the newest evaluation comes before what lies underneath. */
    Optional<ChartSpot> at(double x, double y, Rectangle2D area, double reach) {
        List<ChartSpot> front = new ArrayList<>();
        List<ChartSpot> under = new ArrayList<>();
        view.front().ifPresent(plotted -> add(front, plotted));
        view.references().forEach(reference -> add(under, reference.plotted()));
        view.literature()
                .forEach(point -> under.add(
                        new ChartSpot.OfLiterature(point, point.on(view.unit()).orElseThrow())));
        return nearest(front, x, y, area, reach).or(() -> nearest(under, x, y, area, reach));
    }

    private Optional<ChartSpot> nearest(List<ChartSpot> spots, double x, double y, Rectangle2D area, double reach) {
        ChartSpot nearest = null;
        double least = reach * reach;
        for (ChartSpot spot : spots) {
            double dx = x(spot.x(), area) - x;
            double dy = y(spot.error(), area) - y;
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = spot;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static void add(List<ChartSpot> spots, PlottedSweep plotted) {
        plotted.spots().forEach(spot -> spots.add(new ChartSpot.OfInstance(plotted, spot)));
    }

    /** Where a cost is drawn, from the left. */
    double x(double cost, Rectangle2D area) {
        return plot.getDomainAxis().valueToJava2D(cost, area, RectangleEdge.BOTTOM);
    }

    /** Where an error in per cent is drawn, from the top. */
    double y(double error, Rectangle2D area) {
        return errors.valueToJava2D(error, area, RectangleEdge.LEFT);
    }

    private void layer(int index, org.jfree.data.xy.XYDataset data, XYLineAndShapeRenderer renderer) {
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static void fill(XYSeriesCollection target, List<PlottedSweep> evaluations) {
        target.removeAllSeries();
        for (int i = 0; i < evaluations.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            evaluations.get(i).curve().forEach(spot -> series.add(spot.x(), spot.error(), false));
            target.addSeries(series);
        }
    }

    /** Gives every line its colour: references by their position, the trail the fainter the older. */
    private void colour() {
        if (palette.isEmpty()) {
            return;
        }
        ChartPalette theme = palette.get();
        curveLine.setSeriesPaint(0, theme.accent());
        int count = trail.getSeriesCount();
        for (int i = 0; i < count; i++) {
            trailLines.setSeriesPaint(i, ChartPalette.faded(theme.accent(), strength(count - i)));
        }
        for (int i = 0; i < view.references().size(); i++) {
            int position = view.references().get(i).position();
            referenceLines.setSeriesPaint(i, ReferenceInk.on(theme, position));
            referenceLines.setSeriesStroke(i, dashes(ReferenceInk.round(position)));
        }
    }

    /**
     * How strong an earlier curve is.
     *
     * @param age 1 for the newest of the trail
     */
    static double strength(int age) {
        return 0.5 - 0.42 * age / CostErrorData.TRAIL;
    }

    private static BasicStroke dashes(int round) {
        float dash = 5 + 7f * round;
        return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, 4}, 0);
    }

    private static XYLineAndShapeRenderer lines(BasicStroke stroke, boolean dots) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, dots);
        renderer.setDefaultStroke(stroke);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultPaint(java.awt.Color.GRAY);
        return renderer;
    }
}
