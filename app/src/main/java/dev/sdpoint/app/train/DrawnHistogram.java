package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.engine.cost.InstanceCost;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** How often every instance was drawn, from the cheapest to full resolution, against what the sampler is expected to draw. */
final class DrawnHistogram extends Region {
    private static final double GAP = 0.25;
    private static final double WIDEST_BAR = 40;
    private static final double TOP = 8;
    /** Before the first draw, the expected bars stand there as a promise. */
    private static final double AHEAD = 0.25;

    private final Canvas canvas = new Canvas();
    private final ChartTokens tokens = new ChartTokens();
    private final Tooltip tooltip = new Tooltip();
    private List<Bar> bars = List.of();
    private long draws;

    DrawnHistogram() {
        getChildren().addAll(canvas, tokens);
        tokens.paletteProperty().addListener((value, before, after) -> draw());
        setMinSize(100, 60);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Instances drawn so far");
        Tooltip.install(this, tooltip);
        setOnMouseMoved(this::explain);
    }

    /** Shows counts in the order of the facts' costs; none yet if the list is empty. */
    void show(Optional<RecipeFacts> facts, List<Long> counts) {
        draws = counts.stream().mapToLong(Long::longValue).sum();
        bars = facts.map(f -> bars(f, counts)).orElse(List.of());
        draw();
        setAccessibleText(String.format(
                Locale.ROOT, "%,d draws of %d instances against the expected distribution", draws, bars.size()));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
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

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        if (bars.isEmpty() || width <= 0) {
            return;
        }
        ChartPalette palette = tokens.paletteProperty().get();
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
            g.setFill(CostColors.of(bar.cost().relativeCost()));
            g.setGlobalAlpha(draws == 0 ? AHEAD : 1);
            g.fillRect(x, height - 1 - tall, thick, tall);
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

    private double step() {
        return Math.min(WIDEST_BAR, canvas.getWidth() / bars.size());
    }

    private double left() {
        return (canvas.getWidth() - step() * bars.size()) / 2;
    }

    private double share(Bar bar) {
        return draws == 0 ? 0 : (double) bar.count() / draws;
    }

    private void explain(MouseEvent event) {
        int at = bars.isEmpty() ? -1 : (int) Math.floor((event.getX() - left()) / step());
        if (at < 0 || at >= bars.size()) {
            tooltip.setText("Dashed: the share that the sampler is expected to draw");
            return;
        }
        Bar bar = bars.get(at);
        tooltip.setText(String.format(
                Locale.ROOT,
                "%s · %.0f %% of full%ndrawn %,d of %,d times (%.1f %%), expected %.1f %%",
                bar.cost().instance().label(),
                100 * bar.cost().relativeCost(),
                bar.count(),
                draws,
                100 * share(bar),
                100 * bar.expected()));
    }

    private record Bar(InstanceCost cost, long count, double expected) {}
}
