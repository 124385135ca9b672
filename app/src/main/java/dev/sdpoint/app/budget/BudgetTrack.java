package dev.sdpoint.app.budget;

import dev.sdpoint.app.theme.CostColors;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import org.jspecify.annotations.Nullable;

/** The track of the slider in the colours of costs: strong as far as the budget reaches, faint beyond. */
final class BudgetTrack {
    private static final double HEIGHT = 12;
    private static final int COLOR_STOPS = 32;
    /** Not as the opacity of a node, for which a node is painted apart in every frame. */
    private static final double FAINT = 0.28;

    private final Region rest = new Region();
    private final Region filled = new Region();
    private @Nullable BudgetAxis paintedLine;
    private double paintedWidth = Double.NaN;

    /** What it consists of, the lowest first. */
    List<Node> parts() {
        return List.of(rest, filled);
    }

    /**
     * Puts it in its place.
     *
     * @param left its left edge
     * @param center its middle from above
     * @param reach how far of its width the budget reaches
     */
    void place(BudgetAxis line, double left, double center, double width, double reach) {
        if (width != paintedWidth || !line.equals(paintedLine)) {
            paintedWidth = width;
            paintedLine = line;
            rest.setBackground(background(line, width, FAINT));
            filled.setBackground(background(line, width, 1));
        }
        rest.resizeRelocate(left, center - HEIGHT / 2, width, HEIGHT);
        filled.resizeRelocate(left, center - HEIGHT / 2, Math.max(0, Math.rint(reach)), HEIGHT);
    }

    private static Background background(BudgetAxis line, double width, double opacity) {
        CornerRadii round = new CornerRadii(HEIGHT / 2);
        return new Background(
                new BackgroundFill(colors(line, width, cost -> faded(CostColors.edge(cost), opacity)), round, null),
                new BackgroundFill(
                        colors(line, width, cost -> faded(CostColors.of(cost), opacity)), round, new Insets(1)));
    }

    private static Color faded(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    private static LinearGradient colors(BudgetAxis line, double width, DoubleFunction<Color> colorOfCost) {
        List<Stop> stops = IntStream.rangeClosed(0, COLOR_STOPS)
                .mapToDouble(i -> (double) i / COLOR_STOPS)
                .mapToObj(position -> new Stop(position, colorOfCost.apply(line.relativeCost(position))))
                .toList();
        return new LinearGradient(0, 0, width, 0, false, CycleMethod.NO_CYCLE, stops);
    }
}
