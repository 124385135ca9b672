package dev.sdpoint.app.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.renderer.xy.XYErrorRenderer;

/** Draws each series of a figure in its own style; marks have a rim of paper, so that neighbours stay apart. */
final class SeriesRenderer extends XYErrorRenderer {
    private static final long serialVersionUID = 1L;
    private static final BasicStroke RIM = new BasicStroke(1);
    private static final BasicStroke ERROR_BAR = new BasicStroke(1.2f);

    private final transient List<Series> series;
    private final transient Look look;

    SeriesRenderer(List<Series> series, Look look) {
        this.series = series;
        this.look = look;
        setDrawXError(false);
        setCapLength(0);
        setErrorStroke(ERROR_BAR);
        setDrawSeriesLineAsPath(true);
        setDrawOutlines(true);
        setUseOutlinePaint(true);
        setDefaultOutlinePaint(look.paper());
        setDefaultOutlineStroke(RIM);
        setAutoPopulateSeriesOutlinePaint(false);
        setAutoPopulateSeriesOutlineStroke(false);
        setAutoPopulateSeriesPaint(false);
        setAutoPopulateSeriesStroke(false);
        setAutoPopulateSeriesShape(false);
        for (int i = 0; i < series.size(); i++) {
            setSeriesLinesVisible(i, series.get(i).style().hasLine());
            setSeriesShapesVisible(i, series.get(i).style().hasPoints());
            setSeriesPaint(i, series.get(i).color(look));
        }
    }

    /** A line has one colour even where its marks have many. */
    @Override
    protected void drawFirstPassShape(Graphics2D g2, int pass, int row, int column, Shape shape) {
        g2.setStroke(getItemStroke(row, column));
        g2.setPaint(series.get(row).color(look));
        g2.draw(shape);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
        Series one = series.get(row);
        var color = look.ink(one.ink(), one.marks().get(column).relativeCost());
        return one.style() == Series.Style.FADED_POINTS ? look.pale(color, LinesPainter.FAINT) : color;
    }

    /** Marks in colours of cost have their own edge where the colour is too pale for the paper. */
    @Override
    public Paint getItemOutlinePaint(int row, int column) {
        Series one = series.get(row);
        return one.style() == Series.Style.FADED_POINTS
                ? look.paper()
                : look.edge(one.ink(), one.marks().get(column).relativeCost()).orElse(look.paper());
    }

    @Override
    public Stroke getItemStroke(int row, int column) {
        return series.get(row).style().dashed() ? Sheet.DASHED : Sheet.LINE;
    }

    @Override
    public Shape getItemShape(int row, int column) {
        Series one = series.get(row);
        return one.ink().mark(one.style() == Series.Style.FADED_POINTS ? Sheet.SMALL_DOT : Sheet.DOT);
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
