package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The last minute of a stream in four lanes over one time axis: the load (with the stress that was made on purpose as a shade), the budget in
 * the colours of cost, what images used against the limit, and the running accuracy.
 */
final class TraceCanvas extends Region {
    private static final Texts TEXTS = Texts.of(TraceCanvas.class);
    private static final double LABELS = 132;
    private static final double RIGHT = 8;
    private static final double BOTTOM = 20;
    private static final double GAP = 10;
    private static final int LANES = 4;
    private static final int TICK_SECONDS = 10;
    private static final double SHADE = 0.16;

    private final Canvas canvas = new Canvas();
    private final ChartTokens tokens = new ChartTokens();
    private List<TracePoint> points = List.of();
    private double limit = 1;
    private String unit = "ms";

    TraceCanvas() {
        setId("stream-trace");
        setMinSize(200, 160);
        setPrefHeight(184);
        getChildren().addAll(canvas, tokens);
        setAccessibleText(TEXTS.get("trace.nothing"));
        tokens.paletteProperty().addListener((value, before, after) -> draw());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * Shows a trace.
     *
     * @param most what may be used, in the unit
     * @param newUnit of the limit
     */
    void show(List<TracePoint> trace, double most, String newUnit) {
        points = trace;
        limit = most;
        unit = newUnit;
        draw();
        setAccessibleText(last().map(this::words).orElseGet(() -> TEXTS.get("trace.nothing")));
    }

    private String words(TracePoint point) {
        return TEXTS.get(
                "trace.spoken",
                text("%.2f", point.slowdown()),
                text("%.0f", 100 * point.relativeCost()),
                Double.isNaN(point.used())
                        ? TEXTS.get("trace.used.unknown")
                        : TEXTS.get("trace.used.spoken", text("%.3g", point.used()), text("%.3g", limit), unit),
                Double.isNaN(point.accuracy())
                        ? TEXTS.get("trace.accuracy.unknown")
                        : TEXTS.get("trace.accuracy.lately", text("%.0f", 100 * point.accuracy())));
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private Optional<TracePoint> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(Math.floor(getWidth()));
            canvas.setHeight(Math.floor(getHeight()));
            draw();
        }
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double width = canvas.getWidth() - LABELS - RIGHT;
        double height = (canvas.getHeight() - BOTTOM - (LANES - 1) * GAP) / LANES;
        if (width < 20 || height < 12) {
            return;
        }
        ChartPalette palette = tokens.paletteProperty().get();
        double end =
                Math.max(TraceBuffer.SECONDS, last().map(TracePoint::seconds).orElse(0.0));
        Lane lane = new Lane(g, palette, width, height, end - TraceBuffer.SECONDS);
        double worst = points.stream().mapToDouble(TracePoint::slowdown).max().orElse(1);
        lane.frame(0, TEXTS.get("trace.load"), value(p -> text("× %.2f", p.slowdown())));
        lane.shade(0);
        lane.line(0, TracePoint::slowdown, Math.max(2, worst * 1.1), ChartPalette.fx(palette.second()));
        lane.frame(
                1,
                TEXTS.get("trace.budget"),
                value(p -> TEXTS.get("trace.budget.now", text("%.0f %%", 100 * p.relativeCost()))));
        lane.budget(1);
        double most = scale(points, limit);
        lane.frame(
                2,
                TEXTS.get("trace.used"),
                value(p -> Double.isNaN(p.used()) ? TEXTS.get("trace.used.unknown") : text("%.3g ", p.used()) + unit));
        lane.limit(2, limit / most);
        lane.line(2, TracePoint::used, most, ChartPalette.fx(palette.accent()));
        lane.frame(
                3,
                TEXTS.get("trace.accuracy"),
                value(p -> Double.isNaN(p.accuracy())
                        ? TEXTS.get("trace.accuracy.unknown")
                        : text("%.0f %%", 100 * p.accuracy())));
        lane.line(3, TracePoint::accuracy, 1.02, ChartPalette.fx(palette.text()));
        lane.seconds();
    }

    /** What the top of the lane of what was used stands for: the most of the points, within 1.5 and 3 times the limit. */
    static double scale(List<TracePoint> points, double limit) {
        double most = points.stream()
                .mapToDouble(TracePoint::used)
                .filter(used -> !Double.isNaN(used))
                .max()
                .orElse(limit);
        return Math.min(Math.max(1.5 * limit, most), 3 * limit);
    }

    private String value(Function<TracePoint, String> words) {
        return last().map(words).orElse("");
    }

    /** Draws the lanes; one below the other, the first on top. */
    private final class Lane {
        private final GraphicsContext g;
        private final ChartPalette palette;
        private final double width;
        private final double height;
        private final double from;

        Lane(GraphicsContext g, ChartPalette palette, double width, double height, double from) {
            this.g = g;
            this.palette = palette;
            this.width = width;
            this.height = height;
            this.from = from;
            g.setTextBaseline(VPos.TOP);
            g.setTextAlign(TextAlignment.LEFT);
            g.setLineDashes();
        }

        private double x(TracePoint point) {
            return LABELS + width * (point.seconds() - from) / TraceBuffer.SECONDS;
        }

        private double top(int lane) {
            return Math.rint(lane * (height + GAP));
        }

        void frame(int lane, String name, String now) {
            g.setFill(ChartPalette.fx(palette.muted()));
            g.setFont(Font.font("Inter", 12));
            g.fillText(name, 0, top(lane));
            g.setFill(ChartPalette.fx(palette.text()));
            g.setFont(Font.font("Inter Semi Bold", 13));
            g.fillText(now, 0, top(lane) + 16);
            g.setStroke(ChartPalette.fx(palette.grid()));
            g.setLineWidth(1);
            double bottom = top(lane) + Math.rint(height) + 0.5;
            g.strokeLine(LABELS, bottom, LABELS + width, bottom);
        }

        void line(int lane, ToDoubleFunction<TracePoint> of, double most, Color color) {
            g.setStroke(color);
            g.setLineWidth(1.5);
            g.beginPath();
            boolean drawing = false;
            for (TracePoint point : points) {
                double value = of.applyAsDouble(point);
                if (Double.isNaN(value) || point.seconds() < from) {
                    drawing = !Double.isNaN(value) && drawing;
                    continue;
                }
                double y = top(lane) + height * (1 - Math.min(1, value / most));
                if (drawing) {
                    g.lineTo(x(point), y);
                } else {
                    g.moveTo(x(point), y);
                    drawing = true;
                }
            }
            g.stroke();
        }

        void budget(int lane) {
            for (int i = 0; i < points.size(); i++) {
                TracePoint point = points.get(i);
                double right = i + 1 < points.size() ? x(points.get(i + 1)) : x(point) + 2;
                double left = Math.max(LABELS, x(point));
                double tall = height * Math.min(1, point.relativeCost());
                double wide = Math.max(0, right - left) + 0.5;
                g.setFill(CostColors.of(point.relativeCost()));
                g.fillRect(left, top(lane) + height - tall, wide, tall);
                // the line along its top, which tells cheap colours from a light ground
                g.setFill(CostColors.edge(point.relativeCost()));
                g.fillRect(left, top(lane) + height - tall, wide, Math.min(1, tall));
            }
        }

        void shade(int lane) {
            Color color = ChartPalette.fx(palette.second());
            g.setFill(color.deriveColor(0, 1, 1, SHADE));
            for (int i = 0; i + 1 < points.size(); i++) {
                TracePoint point = points.get(i);
                double left = Math.max(LABELS, x(point));
                double tall = height * point.stress();
                g.fillRect(left, top(lane) + height - tall, Math.max(0, x(points.get(i + 1)) - left), tall);
            }
        }

        void limit(int lane, double share) {
            g.setStroke(ChartPalette.fx(palette.text()));
            g.setLineWidth(1);
            g.setLineDashes(4, 3);
            double y = Math.rint(top(lane) + height * (1 - share)) + 0.5;
            g.strokeLine(LABELS, y, LABELS + width, y);
            g.setLineDashes();
        }

        void seconds() {
            g.setFill(ChartPalette.fx(palette.muted()));
            g.setFont(Font.font("Inter", 11));
            g.setTextAlign(TextAlignment.CENTER);
            double y = top(LANES - 1) + height + 5;
            for (double tick = Math.ceil(from / TICK_SECONDS) * TICK_SECONDS;
                    tick < from + TraceBuffer.SECONDS;
                    tick += TICK_SECONDS) {
                g.fillText(
                        String.format(Locale.ROOT, "%.0f s", tick),
                        LABELS + width * (tick - from) / TraceBuffer.SECONDS,
                        y);
            }
        }
    }
}
