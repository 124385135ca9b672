package dev.sdpoint.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/**
 * What part of a plane a person has zoomed into; the whole as long as there is none. Works in pixels, and so on any kind of axis. JavaFX
 * thread only.
 */
public final class PlotWindow {
    /** Closer than this share of the whole, nothing more is to be seen. */
    private static final double CLOSEST = 1e-3;

    private Optional<Range> x = Optional.empty();
    private Optional<Range> y = Optional.empty();
    private Range wholeX = new Range(0, 1);
    private Range wholeY = new Range(0, 1);
    private Range outerY = new Range(0, 1);

    /** A window that shows everything. */
    public PlotWindow() {}

    /**
     * Says what the whole is; a window that a person has chosen stays.
     *
     * @param mostY how far one can go upright beyond the whole
     */
    public void whole(Range newX, Range newY, Range mostY) {
        wholeX = newX;
        wholeY = newY;
        outerY = mostY;
    }

    /** Whether a part is shown. */
    public boolean zoomed() {
        return x.isPresent() || y.isPresent();
    }

    /** What lies level. */
    public Range x() {
        return x.orElse(wholeX);
    }

    /** What lies upright. */
    public Range y() {
        return y.orElse(wholeY);
    }

    /** The whole again. */
    public void reset() {
        x = Optional.empty();
        y = Optional.empty();
    }

    /** Puts the axes where the window is. */
    public void apply(ValueAxis xAxis, ValueAxis yAxis) {
        xAxis.setRange(x());
        yAxis.setRange(y());
    }

    /**
     * Comes closer to a point, which stays where it is, or goes away from it.
     *
     * @param factor share of the present width and height that is shown then; below 1 comes closer
     */
    public void zoom(Plane plane, double atX, double atY, double factor) {
        Rectangle2D area = plane.area();
        rectangle(
                plane,
                new Rectangle2D.Double(
                        atX - (atX - area.getX()) * factor,
                        atY - (atY - area.getY()) * factor,
                        area.getWidth() * factor,
                        area.getHeight() * factor));
    }

    /** Shows what lies under a rectangle of pixels. */
    public void rectangle(Plane plane, Rectangle2D part) {
        if (part.getWidth() <= 0 || part.getHeight() <= 0) {
            return;
        }
        Rectangle2D area = plane.area();
        double left = plane.x().java2DToValue(part.getX(), area, RectangleEdge.BOTTOM);
        double right = plane.x().java2DToValue(part.getMaxX(), area, RectangleEdge.BOTTOM);
        double top = plane.y().java2DToValue(part.getY(), area, RectangleEdge.LEFT);
        double bottom = plane.y().java2DToValue(part.getMaxY(), area, RectangleEdge.LEFT);
        x = within(left, right, wholeX, wholeX).or(() -> x);
        y = within(bottom, top, wholeY, outerY).or(() -> y);
        if (x().equals(wholeX)) {
            x = Optional.empty();
        }
        if (y().equals(wholeY)) {
            y = Optional.empty();
        }
    }

    /** Moves the window by pixels; not beyond the edge of what there is. */
    public void pan(Plane plane, double dx, double dy) {
        Rectangle2D area = plane.area();
        double left = plane.x().java2DToValue(area.getX() - dx, area, RectangleEdge.BOTTOM);
        double right = plane.x().java2DToValue(area.getMaxX() - dx, area, RectangleEdge.BOTTOM);
        double top = plane.y().java2DToValue(area.getY() - dy, area, RectangleEdge.LEFT);
        double bottom = plane.y().java2DToValue(area.getMaxY() - dy, area, RectangleEdge.LEFT);
        if (left >= wholeX.getLowerBound() && right <= wholeX.getUpperBound()) {
            x = Optional.of(new Range(left, right));
        }
        if (bottom >= outerY.getLowerBound() && top <= outerY.getUpperBound()) {
            y = Optional.of(new Range(bottom, top));
        }
    }

    private static Optional<Range> within(double from, double to, Range whole, Range outer) {
        double low = Math.max(outer.getLowerBound(), from);
        double high = Math.min(outer.getUpperBound(), to);
        boolean closest = high - low < CLOSEST * whole.getLength();
        return closest || !Double.isFinite(high - low) ? Optional.empty() : Optional.of(new Range(low, high));
    }

    /** Where a viewer draws its data, in its own coordinates; nowhere before it has drawn for the first time. */
    public static Rectangle2D areaOf(ChartViewer viewer) {
        ChartRenderingInfo drawn = viewer.getRenderingInfo();
        return drawn == null ? new Rectangle2D.Double() : drawn.getPlotInfo().getDataArea();
    }

    /** Where the axes lie on the screen. */
    public interface Plane {
        /** In pixels. */
        Rectangle2D area();

        /** The axis that lies level. */
        ValueAxis x();

        /** The upright axis. */
        ValueAxis y();
    }
}
