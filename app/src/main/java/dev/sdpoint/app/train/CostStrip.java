package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.CostUnit;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.cost.InstanceCost;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;

/**
 * What every instance of a recipe will cost: a bar each, from the cheapest to the dearest, as high as its share of the full network's
 * operations; dashed, the mean of an iteration.
 */
final class CostStrip extends InstanceBars {
    private static final Texts TEXTS = Texts.of(CostStrip.class);
    private static final double HEIGHT = 40;
    private static final double WIDEST_BAR = 24;
    private static final double GAP = 0.2;

    private List<InstanceCost> bars = List.of();
    private double mean;

    CostStrip() {
        super(WIDEST_BAR);
        setMinSize(80, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Shows costs; nothing if there are none. */
    void show(Optional<RecipeFacts> facts) {
        bars = facts.map(f -> f.costs().stream()
                        .sorted(Comparator.comparingLong(InstanceCost::flops)
                                .thenComparingInt(cost -> cost.instance().point()))
                        .toList())
                .orElse(List.of());
        mean = facts.map(RecipeFacts::expectedCost).orElse(0.0);
        setAccessibleText(TEXTS.get("strip.accessible", bars.size(), percent(mean)));
        draw();
    }

    @Override
    int bars() {
        return bars.size();
    }

    @Override
    void draw(GraphicsContext g, double width, double height, ChartPalette palette) {
        double most = Math.max(
                mean,
                bars.stream().mapToDouble(InstanceCost::relativeCost).max().orElse(1));
        double scale = (height - 2) / most;
        double step = step();
        for (int i = 0; i < bars.size(); i++) {
            double cost = bars.get(i).relativeCost();
            double x = left() + i * step + step * GAP / 2;
            CostColors.fillBar(g, cost, x, height - 1 - cost * scale, step * (1 - GAP), cost * scale);
        }
        g.setFill(ChartPalette.fx(palette.grid()));
        g.fillRect(0, height - 1, width, 1);
        g.setStroke(ChartPalette.fx(palette.text()));
        g.setLineWidth(1);
        g.setLineDashes(4, 3);
        double y = Math.rint(height - 1 - mean * scale) + 0.5;
        g.strokeLine(0, y, width, y);
        g.setLineDashes();
    }

    @Override
    String words(OptionalInt bar) {
        if (bar.isEmpty()) {
            return TEXTS.get("strip.help");
        }
        InstanceCost cost = bars.get(bar.getAsInt());
        return TEXTS.get(
                "strip.bar", cost.instance().label(), CostUnit.flops(cost.flops()), percent(cost.relativeCost()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
