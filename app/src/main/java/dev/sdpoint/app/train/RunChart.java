package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartStyle;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.chart.PlotNavigation;
import dev.sdpoint.app.chart.PlotWindow;
import dev.sdpoint.app.figure.AxisTicks;
import dev.sdpoint.app.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * Metrics of a run over its course, one above the other: every value faint, the smoothed course strong. Draws when it is told to show
 * something, and not while it is not visible. JavaFX thread only.
 */
final class RunChart extends Region {
    private static final Texts TEXTS = Texts.of(RunChart.class);

    /** Smoothing of what is not to be smoothed. */
    private static final double NONE = 1e-9;

    private static final Range ANY = new Range(0, 1);

    private final NumberAxis level = new NumberAxis();
    private final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(level);
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final ChartViewer viewer = new ChartViewer(chart);
    private final ChartTokens tokens = new ChartTokens();
    private final Line pointer = new Line();
    private final PlotWindow window = new PlotWindow();
    private final PlotNavigation navigation;
    private final Map<RunMetric, MetricPanel> panels = new EnumMap<>(RunMetric.class);
    private Consumer<String> reader = words -> {};
    private List<RunMetric> metrics = List.of();
    private RunCurves curves = RunCurves.EMPTY;
    private long runIterations;
    private RunAxis axis = RunAxis.ITERATIONS;
    private double smoothing = 1;
    private Optional<Point2D> mouse = Optional.empty();

    RunChart() {
        plot.setGap(14);
        chart.setPadding(new RectangleInsets(4, 2, 2, 10));
        viewer.setMouseTransparent(true);
        viewer.getCanvas().setMouseTransparent(true);
        pointer.getStyleClass().add("run-pointer");
        pointer.setManaged(false);
        pointer.setMouseTransparent(true);
        pointer.setVisible(false);
        navigation = new PlotNavigation(this, window, new Plane(), false, this::draw);
        getChildren().addAll(viewer, pointer, navigation.band(), tokens);
        tokens.paletteProperty().addListener((value, before, after) -> paint(after));
        setMinSize(120, 60);
        setFocusTraversable(true);
        getStyleClass().add("run-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> {
            mouse = Optional.of(new Point2D(event.getX(), event.getY()));
            read();
        });
        setOnMouseExited(event -> {
            mouse = Optional.empty();
            read();
        });
        setOnMousePressed(event -> requestFocus());
        choose(List.of(RunMetric.LOSS, RunMetric.ERROR));
    }

    /** Who hears what lies under the pointer; an empty text when nothing does. */
    void onRead(Consumer<String> words) {
        reader = words;
    }

    /** Chooses what is drawn, from the top. */
    void choose(List<RunMetric> chosen) {
        if (chosen.equals(metrics)) {
            return;
        }
        chart.setNotify(false);
        metrics.forEach(metric -> plot.remove(panel(metric).plot()));
        metrics = List.copyOf(chosen);
        for (int i = 0; i < chosen.size(); i++) {
            plot.add(panel(chosen.get(i)).plot(), 10 - 2 * i);
        }
        paint(tokens.paletteProperty().get());
        draw();
    }

    /** Shows the curves of a run of so many iterations. */
    void show(RunCurves shown, long iterations) {
        curves = shown;
        runIterations = iterations;
        draw();
    }

    /** Chooses what the level axis counts. */
    void setAxis(RunAxis chosen) {
        axis = chosen;
        window.reset();
        draw();
    }

    /** Whether the loss stands on a logarithmic axis. */
    void setLogarithmic(boolean wanted) {
        panel(RunMetric.LOSS).setLogarithmic(wanted);
        paint(tokens.paletteProperty().get());
        draw();
    }

    /** How many times longer than usual the smoothed course averages; 0 for not at all. */
    void setSmoothing(double times) {
        smoothing = times;
        draw();
    }

    void resetZoom() {
        navigation.reset();
    }

    @Override
    protected void layoutChildren() {
        viewer.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private MetricPanel panel(RunMetric metric) {
        return panels.computeIfAbsent(metric, RunMetric::panel);
    }

    private void draw() {
        chart.setNotify(false);
        RunAxis.Places places = axis.of(curves);
        level.setLabel(places.label());
        boolean whole = axis == RunAxis.ITERATIONS;
        level.setStandardTickUnits(whole ? AxisTicks.whole() : AxisTicks.linear(""));
        for (RunMetric metric : metrics) {
            double horizon = metric == RunMetric.RATE ? NONE : Math.max(NONE, smoothing * curves.horizon());
            panel(metric).show(metric.of(curves), places, horizon);
        }
        window.whole(new Range(0, end(places)), ANY, ANY);
        level.setRange(window.x());
        chart.setNotify(true);
        read();
        describe();
    }

    /** The axis shows what is there with some room ahead, but never more than the run is long. */
    private double end(RunAxis.Places places) {
        long last = Math.max(1, curves.iterations());
        if (axis == RunAxis.TIME) {
            return Math.max(1e-3, places.x(last) * 1.02);
        }
        double end = Math.min(Math.max(runIterations, last), Math.max(10, last * 1.15));
        return places.x(end - 1);
    }

    private void paint(ChartPalette palette) {
        chart.setNotify(false);
        ChartStyle.apply(chart, plot, palette);
        ChartStyle.apply(level, palette);
        for (RunMetric metric : metrics) {
            panel(metric).paint(palette, metric == RunMetric.ERROR ? palette.second() : palette.accent());
        }
        chart.setNotify(true);
    }

    private void read() {
        Rectangle2D area = area();
        List<MetricSeries.Bucket> buckets = metrics.get(0).of(curves).buckets();
        if (buckets.isEmpty()
                || mouse.filter(at -> area.contains(at.getX(), at.getY())).isEmpty()) {
            unread();
            return;
        }
        double at = mouse.get().getX();
        RunAxis.Places places = axis.of(curves);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < buckets.size(); i++) {
            double distance = Math.abs(x(places.x(buckets.get(i).middle()), area) - at);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        MetricSeries.Bucket bucket = buckets.get(nearest);
        double x = Math.rint(x(places.x(bucket.middle()), area)) + 0.5;
        pointer.setStartX(x);
        pointer.setEndX(x);
        pointer.setStartY(area.getMinY());
        pointer.setEndY(area.getMaxY());
        pointer.setVisible(true);
        reader.accept(words(bucket.middle(), places));
    }

    private double x(double value, Rectangle2D area) {
        return level.valueToJava2D(value, area, org.jfree.chart.ui.RectangleEdge.BOTTOM);
    }

    private String words(double iteration, RunAxis.Places places) {
        StringJoiner words = new StringJoiner(" · ");
        words.add(places.words(iteration));
        for (RunMetric metric : metrics) {
            MetricSeries series = metric.of(curves);
            double horizon = Math.max(NONE, smoothing * curves.horizon());
            series.at(iteration).ifPresent(i -> {
                MetricSeries.Bucket bucket = series.buckets().get(i);
                String mean = metric.words(bucket.mean());
                boolean smoothed = metric != RunMetric.RATE && smoothing > 0;
                words.add(
                        smoothed
                                ? TEXTS.get(
                                        "reading.smoothed",
                                        mean,
                                        metric.number(
                                                series.smoothed(horizon).get(i).value()))
                                : mean);
            });
        }
        return words.toString();
    }

    private void unread() {
        if (pointer.isVisible()) {
            pointer.setVisible(false);
            reader.accept("");
        }
    }

    private Rectangle2D area() {
        return PlotWindow.areaOf(viewer);
    }

    private void describe() {
        RunMetric first = metrics.get(0);
        List<MetricSeries.Point> smooth = first.of(curves).smoothed(Math.max(1, curves.horizon()));
        setAccessibleText(
                smooth.isEmpty()
                        ? axis.description()
                        : TEXTS.get(
                                "reading.accessible",
                                axis.description(),
                                first.words(smooth.get(smooth.size() - 1).value())));
    }

    private final class Plane implements PlotWindow.Plane {
        private final NumberAxis none = new NumberAxis();

        @Override
        public Rectangle2D area() {
            return RunChart.this.area();
        }

        @Override
        public ValueAxis x() {
            return level;
        }

        @Override
        public ValueAxis y() {
            none.setRange(ANY);
            return none;
        }
    }
}
