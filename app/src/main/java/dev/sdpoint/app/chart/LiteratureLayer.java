package dev.sdpoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws published results: hollow diamonds with their names beside them where there is room. */
final class LiteratureLayer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final double SIZE = 5;
    private static final double GAP = 9;
    private static final double LINE = 13;
    private static final BasicStroke STROKE = new BasicStroke(1.6f);

    private final transient XYSeriesCollection data = new XYSeriesCollection();
    private final transient List<Rectangle2D> taken = new ArrayList<>();
    private transient List<LiteraturePoint> points = List.of();
    private Color ink = Color.GRAY;
    private Color ground = Color.WHITE;

    LiteratureLayer() {
        super(false, true);
        setDefaultShapesFilled(false);
    }

    XYSeriesCollection dataset() {
        return data;
    }

    void show(CostErrorView view) {
        points = view.literature();
        data.removeAllSeries();
        XYSeries series = new XYSeries("published", false, true);
        points.forEach(p -> series.add(p.on(view.unit()).orElseThrow(), p.errorPercent(), false));
        data.addSeries(series);
    }

    void paint(ChartPalette palette) {
        ink = palette.text();
        ground = ChartPalette.faded(palette.surface(), 0.8);
        fireChangeEvent();
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
        if (!isItemPass(pass)) {
            return;
        }
        if (item == 0) {
            taken.clear();
        }
        double x = domain.valueToJava2D(dataset.getXValue(series, item), area, RectangleEdge.BOTTOM);
        double y = range.valueToJava2D(dataset.getYValue(series, item), area, RectangleEdge.LEFT);
        g2.setPaint(ink);
        g2.setStroke(STROKE);
        g2.draw(diamond(x, y));
        String label = points.get(item).label();
        g2.setFont(ChartPalette.labelFont());
        double width = g2.getFontMetrics().stringWidth(label);
        boolean left = x + GAP + width > area.getMaxX();
        Rectangle2D box = new Rectangle2D.Double(left ? x - GAP - width : x + GAP, y - LINE / 2, width, LINE);
        if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
            taken.add(box);
            g2.setPaint(ground);
            g2.fill(box);
            g2.setPaint(ink);
            g2.drawString(label, (float) box.getX(), (float) (y + 4));
        }
    }

    private static Shape diamond(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - SIZE);
        path.lineTo(x + SIZE, y);
        path.lineTo(x, y + SIZE);
        path.lineTo(x - SIZE, y);
        path.closePath();
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
