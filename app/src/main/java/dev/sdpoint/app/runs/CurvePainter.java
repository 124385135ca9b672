package dev.sdpoint.app.runs;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.store.CurvePoint;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * Paints the newest cost–error curve of a run small: from left to right relative cost from 0 to the full network's, from bottom to
 * top the error from the curve's own least to its greatest, dots in the colours of cost.
 */
final class CurvePainter {
    private static final double MARGIN = 5;
    private static final double DOT = 2.5;
    private static final double LINE = 1.5;

    private CurvePainter() {}

    /** Paints over what was there; nothing but the ground line without a curve. */
    static void paint(Canvas canvas, List<CurvePoint> curve, ChartPalette palette) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        g.setFill(ChartPalette.fx(palette.grid()));
        g.fillRect(0, height - 1, width, 1);
        if (curve.isEmpty()) {
            return;
        }
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        double least = curve.stream().mapToDouble(CurvePoint::error).min().orElse(0);
        double most = curve.stream().mapToDouble(CurvePoint::error).max().orElse(1);
        double dearest = Math.max(
                1, curve.stream().mapToDouble(CurvePoint::relativeCost).max().orElse(1));
        for (int i = 0; i < x.length; i++) {
            double high = most > least ? (curve.get(i).error() - least) / (most - least) : 0;
            x[i] = MARGIN + (width - 2 * MARGIN) * curve.get(i).relativeCost() / dearest;
            y[i] = height - 1 - MARGIN - (height - 1 - 2 * MARGIN) * high;
        }
        g.setStroke(ChartPalette.fx(palette.muted()));
        g.setLineWidth(LINE);
        g.strokePolyline(x, y, x.length);
        for (int i = 0; i < x.length; i++) {
            CostColors.fillDot(g, curve.get(i).relativeCost(), x[i], y[i], DOT);
        }
    }
}
