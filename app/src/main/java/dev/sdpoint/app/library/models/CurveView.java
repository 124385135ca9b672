package dev.sdpoint.app.library.models;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The cost–error curve of a model, small: from left to right relative cost from 0 to the full network's, from bottom to top top-1 error;
 * every instance a dot in the colour of its cost, a line along those that no other betters. JavaFX thread only.
 */
final class CurveView extends Region {
    private static final Texts TEXTS = Texts.of(CurveView.class);
    private static final double HEIGHT = 150;
    private static final double LEFT = 52;
    private static final double RIGHT = 20; // half of "100 %"
    private static final double TOP = 10;
    private static final double BOTTOM = 34;
    private static final double DOT = 4;
    private static final Font FONT = Font.font("Inter", 11);

    private final ChartTokens tokens = new ChartTokens();
    private final Canvas canvas = new Canvas();
    private Optional<Sweep> sweep = Optional.empty();

    CurveView() {
        super();
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        setPrefWidth(1);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().addAll(canvas, tokens);
        tokens.paletteProperty().subscribe(() -> paint());
    }

    void show(Sweep shown) {
        sweep = Optional.of(shown);
        List<InstanceScore> curve = shown.curve();
        InstanceScore cheap = curve.get(0);
        InstanceScore dear = curve.get(curve.size() - 1);
        setAccessibleText(TEXTS.get(
                "curve.spoken",
                error(cheap.top1Error()),
                cost(cheap.relativeCost()),
                error(dear.top1Error()),
                cost(dear.relativeCost())));
        paint();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        double width = canvas.getWidth();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, canvas.getHeight());
        if (sweep.isPresent() && width > LEFT + RIGHT) {
            paint(g, sweep.get(), tokens.paletteProperty().get());
        }
    }

    private void paint(GraphicsContext g, Sweep shown, ChartPalette palette) {
        List<InstanceScore> scores = shown.byCost();
        double most =
                scores.stream().mapToDouble(InstanceScore::top1Error).max().orElse(1);
        double least =
                scores.stream().mapToDouble(InstanceScore::top1Error).min().orElse(0);
        Scale scale = new Scale(
                canvas.getWidth(), Math.max(1, ModelWords.dearest(shown).relativeCost()), least, most);
        g.setFont(FONT);
        g.setTextBaseline(VPos.CENTER);
        axes(g, scale, palette);
        List<InstanceScore> curve = shown.curve();
        g.setStroke(ChartPalette.fx(palette.muted()));
        g.setLineWidth(1.5);
        g.strokePolyline(
                curve.stream().mapToDouble(scale::x).toArray(),
                curve.stream().mapToDouble(scale::y).toArray(),
                curve.size());
        for (InstanceScore score : scores) {
            g.setGlobalAlpha(shown.dominated(score) ? 0.55 : 1);
            CostColors.fillDot(g, score.relativeCost(), scale.x(score), scale.y(score), DOT);
        }
        g.setGlobalAlpha(1);
    }

    private static void axes(GraphicsContext g, Scale scale, ChartPalette palette) {
        g.setStroke(ChartPalette.fx(palette.grid()));
        g.setFill(ChartPalette.fx(palette.muted()));
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        List<Double> errors =
                scale.most() > scale.least() ? List.of(scale.least(), scale.most()) : List.of(scale.least());
        for (double error : errors) {
            double y = Math.rint(scale.y(error)) + 0.5;
            g.strokeLine(LEFT, y, scale.width() - RIGHT, y);
            g.fillText(error(error), LEFT - 8, y);
        }
        double ground = HEIGHT - BOTTOM;
        g.setTextAlign(TextAlignment.CENTER);
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double x = Math.rint(scale.x(share)) + 0.5;
            g.strokeLine(x, TOP, x, ground + 4);
            g.fillText(cost(share), x, ground + 12);
        }
        g.fillText(TEXTS.get("curve.cost"), (LEFT + scale.width() - RIGHT) / 2, ground + 27);
    }

    private static String error(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String cost(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** From numbers to places. */
    private record Scale(double width, double dearest, double least, double most) {
        double x(InstanceScore score) {
            return x(score.relativeCost());
        }

        double x(double relativeCost) {
            return LEFT + (width - LEFT - RIGHT) * relativeCost / dearest;
        }

        double y(InstanceScore score) {
            return y(score.top1Error());
        }

        double y(double error) {
            double top = TOP + DOT + 2;
            double bottom = HEIGHT - BOTTOM - DOT - 4;
            return most > least ? bottom - (bottom - top) * (error - least) / (most - least) : bottom;
        }
    }
}
