package dev.sdpoint.app.chart;

import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws every instance: a dot in its cost colour with its 95 % interval; dominated ones small and faded. */
final class InstanceLayer extends XYErrorRenderer {
    private static final long serialVersionUID = 1L;
    private static final Shape DOT = circle(5.5);
    private static final Shape SMALL_DOT = circle(3.5);
    private static final double RING = 9.5;
    private static final double FAINT = 0.5;
    private static final BasicStroke RING_STROKE = new BasicStroke(2);
    private static final BasicStroke BAR_STROKE = new BasicStroke(1.4f);
    /** So much of the colour of text has a contrast of 3:1 to light grounds, where cheap instances' colour alone has not. */
    private static final double EDGE = 0.6;

    private static final BasicStroke EDGE_STROKE = new BasicStroke(1);

    private final transient XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
    private final transient List<Dot> dots = new ArrayList<>();
    private transient Instance selected = Instance.FULL;
    private Color edge = Color.GRAY;
    private Color ring = Color.GRAY;

    InstanceLayer() {
        setDefaultLinesVisible(false);
        setDefaultShapesVisible(true);
        setDrawXError(false);
        setCapLength(0);
        setErrorStroke(BAR_STROKE);
        setDrawOutlines(true);
        setUseOutlinePaint(true);
        setDefaultOutlineStroke(EDGE_STROKE);
        setAutoPopulateSeriesOutlineStroke(false);
        setAutoPopulateSeriesPaint(false);
    }

    XYIntervalSeriesCollection dataset() {
        return points;
    }

    /** Fills the layer, dominated instances first so that the curve lies on top. */
    void show(Optional<PlottedSweep> sweep) {
        points.removeAllSeries();
        dots.clear();
        XYIntervalSeries series = new XYIntervalSeries("instances", false, true);
        sweep.ifPresent(plotted -> {
            List<PlottedSweep.Spot> order = new ArrayList<>(plotted.spots());
            order.sort((a, b) -> Boolean.compare(b.dominated(), a.dominated()));
            for (PlottedSweep.Spot spot : order) {
                series.add(spot.x(), spot.x(), spot.x(), spot.error(), spot.low(), spot.high());
                Color color = CostColors.awt(spot.score().relativeCost());
                dots.add(new Dot(spot.score().instance(), color, spot.dominated()));
            }
        });
        points.addSeries(series);
    }

    void select(Instance instance) {
        selected = instance;
        fireChangeEvent();
    }

    void paint(ChartPalette palette) {
        // Violet on a dark ground and yellow on a light one are told from the ground by their edge.
        edge = ChartPalette.faded(palette.text(), EDGE);
        ring = palette.text();
        fireChangeEvent();
    }

    @Override
    public Paint getItemPaint(int row, int column) {
        Dot dot = dots.get(column);
        return dot.dominated() ? ChartPalette.faded(dot.color(), FAINT) : dot.color();
    }

    @Override
    public Paint getItemOutlinePaint(int row, int column) {
        return dots.get(column).dominated() ? ChartPalette.faded(edge, FAINT * 0.6) : edge;
    }

    @Override
    public Shape getItemShape(int row, int column) {
        return dots.get(column).dominated() ? SMALL_DOT : DOT;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        super.drawItem(g2, state, area, info, plot, domain, range, dataset, series, item, crosshair, pass);
        if (isItemPass(pass) && dots.get(item).instance().equals(selected)) {
            double x = domain.valueToJava2D(dataset.getXValue(series, item), area, RectangleEdge.BOTTOM);
            double y = range.valueToJava2D(dataset.getYValue(series, item), area, RectangleEdge.LEFT);
            g2.setPaint(ring);
            g2.setStroke(RING_STROKE);
            g2.draw(new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING));
        }
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private record Dot(Instance instance, Color color, boolean dominated) {}
}
