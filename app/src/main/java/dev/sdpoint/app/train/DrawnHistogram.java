package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.cost.InstanceCost;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;

/** How often every instance was drawn, from the cheapest to full resolution, against what the sampler is expected to draw. */
final class DrawnHistogram extends InstanceBars {
    private static final Texts TEXTS = Texts.of(DrawnHistogram.class);
    private static final double GAP = 0.25;
    private static final double WIDEST_BAR = 40;
    private static final double TOP = 8;
    /** Before the first draw, the expected bars stand there as a promise. */
    private static final double AHEAD = 0.25;

    private List<Bar> bars = List.of();
    private long draws;

    DrawnHistogram() {
        super(WIDEST_BAR);
        setMinSize(100, 60);
        setAccessibleText(TEXTS.get("histogram.accessible.empty"));
    }

    /** Shows counts in the order of the facts' costs; none yet if the list is empty. */
    void show(Optional<RecipeFacts> facts, List<Long> counts) {
        draws = counts.stream().mapToLong(Long::longValue).sum();
        bars = facts.map(f -> bars(f, counts)).orElse(List.of());
        draw();
        setAccessibleText(TEXTS.get("histogram.accessible", draws, bars.size()));
    }

    @Override
    int bars() {
        return bars.size();
    }

    private static List<Bar> bars(RecipeFacts facts, List<Long> counts) {
        return IntStream.range(0, facts.costs().size())
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer i) -> facts.costs().get(i).flops())
                        .thenComparingInt(i -> facts.costs().get(i).instance().point()))
                .map(i -> new Bar(
                        facts.costs().get(i),
                        i < counts.size() ? counts.get(i) : 0,
                        facts.probabilities().get(i)))
                .toList();
    }

    @Override
    void draw(GraphicsContext g, double width, double height, ChartPalette palette) {
        double most = bars.stream().mapToDouble(Bar::expected).max().orElse(1);
        for (Bar bar : bars) {
            most = Math.max(most, share(bar));
        }
        double scale = (height - TOP - 1) / most;
        double step = step();
        double left = left();
        double thick = step * (1 - GAP);
        g.setFill(ChartPalette.fx(palette.grid()));
        g.fillRect(0, height - 1, width, 1);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double x = left + i * step + step * GAP / 2;
            double tall = (draws == 0 ? bar.expected() : share(bar)) * scale;
            g.setGlobalAlpha(draws == 0 ? AHEAD : 1);
            CostColors.fillBar(g, bar.cost().relativeCost(), x, height - 1 - tall, thick, tall);
            g.setGlobalAlpha(1);
        }
        g.setStroke(ChartPalette.fx(palette.text()));
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        for (int i = 0; i < bars.size(); i++) {
            double y = Math.rint(height - 1 - bars.get(i).expected() * scale) + 0.5;
            g.strokeLine(left + i * step, y, left + (i + 1) * step, y);
        }
        g.setLineDashes();
    }

    private double share(Bar bar) {
        return draws == 0 ? 0 : (double) bar.count() / draws;
    }

    @Override
    String words(OptionalInt at) {
        if (at.isEmpty()) {
            return TEXTS.get("histogram.help");
        }
        Bar bar = bars.get(at.getAsInt());
        return TEXTS.get(
                "histogram.bar",
                bar.cost().instance().label(),
                percent("%.0f %%", bar.cost().relativeCost()),
                bar.count(),
                draws,
                percent("%.1f %%", share(bar)),
                percent("%.1f %%", bar.expected()));
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }

    private record Bar(InstanceCost cost, long count, double expected) {}
}
