package dev.sdpoint.app.budget;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;

/**
 * The ticks of a slider with their labels, for one line of offers. It is laid out in every frame of a drag: what the width alone decides is
 * worked out when that changes.
 */
final class TickRow {
    /** Height of a row of labels. */
    static final double LABEL_HEIGHT = 18;

    /** Rows of labels at the most. */
    static final int MOST_ROWS = 2;

    private static final double GAP = 8;

    private final BudgetAxis line;
    private final double inset;
    private final List<OfferTick> ticks;
    private Instance selected = Instance.FULL;
    private double[] labelWidths = {};
    private double rowsOfWidth = Double.NaN;
    private int rows = MOST_ROWS;

    /**
     * @param inset from the edges of the slider to the ends of its track
     * @param choose gets the instance of a label that is pressed
     */
    TickRow(BudgetAxis line, double inset, Consumer<Instance> choose) {
        this.line = line;
        this.inset = inset;
        ticks = line.offers().stream()
                .map(offer -> new OfferTick(line.unit(), offer, choose))
                .toList();
    }

    List<OfferTick> ticks() {
        return ticks;
    }

    /** Marks the tick of an instance, if there is one. */
    void select(Instance instance) {
        selected = instance;
        for (OfferTick tick : ticks) {
            tick.select(tick.offer().instance().equals(instance));
        }
    }

    /** The tick whose mark a point of the slider lies on. */
    Optional<OfferTick> hit(double x, double y) {
        return ticks.stream().filter(tick -> tick.hit(x, y)).findFirst();
    }

    /** Rows of labels that are needed, whichever tick is selected: nothing below moves while the budget does. */
    int rows(double width) {
        double[] widths = labelWidths();
        if (width != rowsOfWidth || !Arrays.equals(widths, labelWidths)) {
            int last = IntStream.range(-1, ticks.size())
                    .flatMap(chosen -> labels(width, widths, chosen).stream().mapToInt(TickLabels.Place::row))
                    .max()
                    .orElse(0);
            rows = 1 + Math.max(0, last);
            rowsOfWidth = width;
            labelWidths = widths;
        }
        return rows;
    }

    /** Puts marks and labels where they belong on a slider of a width. */
    void place(double width, double trackCenter, double labelTop) {
        List<TickLabels.Place> places = labels(width, labelWidths(), line.indexOf(selected));
        for (int i = 0; i < ticks.size(); i++) {
            OfferTick tick = ticks.get(i);
            tick.place(center(tick, width), trackCenter);
            Label label = tick.label();
            TickLabels.Place place = places.get(i);
            label.setVisible(place.row() != TickLabels.NO_ROW);
            double y = labelTop + Math.max(0, place.row()) * LABEL_HEIGHT;
            label.resizeRelocate(Math.rint(place.left()), y, label.prefWidth(-1), LABEL_HEIGHT);
        }
    }

    private List<TickLabels.Place> labels(double width, double[] widths, int chosen) {
        double[] centers =
                ticks.stream().mapToDouble(tick -> center(tick, width)).toArray();
        return TickLabels.layout(centers, widths, width, GAP, MOST_ROWS, chosen);
    }

    private double center(OfferTick tick, double width) {
        return inset + line.position(line.unit().of(tick.offer())) * Math.max(1, width - 2 * inset);
    }

    private double[] labelWidths() {
        return ticks.stream().mapToDouble(tick -> tick.label().prefWidth(-1)).toArray();
    }
}
