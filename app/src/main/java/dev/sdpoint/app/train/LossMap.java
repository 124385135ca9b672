package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartTokens;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.CostColors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Mean training loss of every instance over time: a row an instance, the dearest on top, with its cost colour at the left; the stronger a
 * cell, the larger the loss. JavaFX thread only.
 */
final class LossMap extends Region {
    private static final Texts TEXTS = Texts.of(LossMap.class);
    private static final double CHIP = 8;
    private static final double GAP = 4;
    private static final double LEFT = 66;
    private static final double BOTTOM = 34;
    private static final double SCALE_WIDTH = 96;
    private static final int SCALE_STEPS = 48;
    /** Draws of an instance that a column should have on average. */
    private static final double DRAWS = 2;

    private static final int LEAST_COLUMNS = 8;
    /** Shares of all cells beyond which colours no longer change: the first iterations would leave no contrast. */
    private static final double LOW = 0.02;

    private static final double HIGH = 0.98;

    private final Canvas canvas = new Canvas();
    private final ChartTokens tokens = new ChartTokens();
    private Consumer<String> reader = words -> {};
    private Optional<RecipeFacts> facts = Optional.empty();
    private LossByInstance losses = LossByInstance.EMPTY;
    private RunCurves curves = RunCurves.EMPTY;
    private RunAxis axis = RunAxis.ITERATIONS;
    private List<Integer> rows = List.of();
    private int columns;

    LossMap() {
        getChildren().addAll(canvas, tokens);
        tokens.paletteProperty().addListener((value, before, after) -> draw());
        setMinSize(120, 60);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(this::read);
        setOnMouseExited(event -> reader.accept(""));
    }

    /** Who hears what lies under the pointer; an empty text when nothing does. */
    void onRead(Consumer<String> words) {
        reader = words;
    }

    /** Shows the losses of a run whose instances are those of the facts. */
    void show(Optional<RecipeFacts> known, RunCurves shown, RunAxis by) {
        facts = known;
        curves = shown;
        losses = legible(shown);
        axis = by;
        columns = losses.used();
        rows = known.filter(f -> f.costs().size() == losses.instances())
                .map(f -> IntStream.range(0, f.costs().size())
                        .boxed()
                        .sorted(Comparator.comparingLong(
                                        (Integer i) -> f.costs().get(i).flops())
                                .thenComparingInt(
                                        i -> f.costs().get(i).instance().point())
                                .reversed())
                        .toList())
                .orElse(List.of());
        draw();
        setAccessibleText(TEXTS.get("map.accessible", rows.size()));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    /** So few columns that most instances are drawn within each: the map of a short run would be holes otherwise. */
    private static LossByInstance legible(RunCurves shown) {
        LossByInstance fine = shown.losses();
        double wanted = DRAWS * fine.instances();
        int times = 1;
        while (times < fine.columns() / LEAST_COLUMNS && fine.width() * times < wanted) {
            times *= 2;
        }
        return fine.merged(times);
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double height = canvas.getHeight() - BOTTOM;
        double width = canvas.getWidth() - LEFT - GAP;
        if (rows.isEmpty() || columns == 0 || height <= 0 || width <= 0) {
            return;
        }
        ChartPalette palette = tokens.paletteProperty().get();
        double[] range = range();
        g.setImageSmoothing(false);
        // A hair inside the picture: its edge would be mixed with what lies beyond.
        g.drawImage(picture(palette, range), 0.01, 0.01, columns - 0.02, rows.size() - 0.02, LEFT, 0, width, height);
        double tall = height / rows.size();
        for (int r = 0; r < rows.size(); r++) {
            double cost = facts.orElseThrow().costs().get(rows.get(r)).relativeCost();
            CostColors.fillBar(g, cost, LEFT - GAP - CHIP, r * tall, CHIP, tall > 3 ? tall - 1 : tall);
        }
        g.setFont(Font.font("Inter", 11));
        g.setFill(ChartPalette.fx(palette.muted()));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(TEXTS.get("map.dearest"), 0, Math.max(7, tall / 2));
        g.fillText(TEXTS.get("map.cheapest"), 0, height - Math.max(7, tall / 2));
        scale(g, palette, range, height, width);
    }

    private void scale(GraphicsContext g, ChartPalette palette, double[] range, double height, double width) {
        double y = height + 10;
        RunAxis.Places places = axis.of(curves);
        g.fillText(places.words(0), LEFT, y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(places.words(Math.max(0, curves.iterations() - 1)), LEFT + width, y);
        double low = y + 16;
        g.fillText(loss(range[1]), LEFT + width, low);
        double right = LEFT + width - 34;
        for (int i = 0; i < SCALE_STEPS; i++) {
            g.setFill(strength(palette, (i + 0.5) / SCALE_STEPS));
            double step = SCALE_WIDTH / SCALE_STEPS;
            g.fillRect(right - SCALE_WIDTH + i * step, low - 4, step + 0.5, 8);
        }
        g.setFill(ChartPalette.fx(palette.muted()));
        g.fillText(TEXTS.get("map.scale", loss(range[0])), right - SCALE_WIDTH - GAP, low);
    }

    private static String loss(double mean) {
        return String.format(Locale.ROOT, "%.2f", mean);
    }

    private WritableImage picture(ChartPalette palette, double[] range) {
        WritableImage image = new WritableImage(columns, rows.size());
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                double mean = losses.mean(rows.get(r), c);
                Color color = Double.isNaN(mean)
                        ? Color.TRANSPARENT
                        : strength(palette, (mean - range[0]) / Math.max(1e-9, range[1] - range[0]));
                image.getPixelWriter().setColor(c, r, color);
            }
        }
        return image;
    }

    /** From near the card's colour over the accent to that of words: not the scale of costs, for a loss is none. */
    private static Color strength(ChartPalette palette, double share) {
        double s = Math.max(0, Math.min(1, share));
        Color ground = ChartPalette.fx(palette.surface()).interpolate(ChartPalette.fx(palette.accent()), 0.12);
        Color middle = ChartPalette.fx(palette.accent());
        Color end = middle.interpolate(ChartPalette.fx(palette.text()), 0.75);
        return s < 0.6 ? ground.interpolate(middle, s / 0.6) : middle.interpolate(end, (s - 0.6) / 0.4);
    }

    private double[] range() {
        double[] means = IntStream.range(0, rows.size())
                .boxed()
                .flatMapToDouble(r -> IntStream.range(0, columns).mapToDouble(c -> losses.mean(rows.get(r), c)))
                .filter(Double::isFinite)
                .toArray();
        Arrays.sort(means);
        return means.length == 0
                ? new double[] {0, 1}
                : new double[] {
                    means[(int) (LOW * (means.length - 1))], means[(int) Math.ceil(HIGH * (means.length - 1))]
                };
    }

    private void read(MouseEvent event) {
        double height = canvas.getHeight() - BOTTOM;
        double width = canvas.getWidth() - LEFT - GAP;
        int row = (int) Math.floor(event.getY() / height * rows.size());
        int column = (int) Math.floor((event.getX() - LEFT) / width * columns);
        if (row < 0 || row >= rows.size() || column >= columns || event.getX() < LEFT - GAP - CHIP) {
            reader.accept("");
            return;
        }
        int instance = rows.get(row);
        String name = facts.orElseThrow().costs().get(instance).instance().label();
        int at = Math.max(0, column);
        int draws = losses.draws(instance, at);
        long from = at * losses.width() + 1;
        long to = Math.min(curves.iterations(), (at + 1) * losses.width());
        reader.accept(
                draws == 0
                        ? TEXTS.get("map.cell.not-drawn", name, from, to)
                        : TEXTS.get(
                                "map.cell",
                                name,
                                from,
                                to,
                                String.format(Locale.ROOT, "%.4f", losses.mean(instance, at)),
                                draws));
    }
}
