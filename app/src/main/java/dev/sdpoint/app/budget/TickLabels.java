package dev.sdpoint.app.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds room for the labels of ticks so that none touches another: on the first row where it can, else on the next, else left
 * off. The chosen tick and the two ends are placed first. Pure.
 */
final class TickLabels {
    /** Stands for "left off". */
    static final int NO_ROW = -1;

    private TickLabels() {}

    /**
     * Where a label goes.
     *
     * @param left its left edge
     * @param row 0 is nearest to the track; {@link #NO_ROW} if it is left off
     */
    record Place(double left, int row) {}

    /**
     * Places labels.
     *
     * @param centers of the ticks, ascending
     * @param widths of the labels
     * @param available width; labels at the ends are moved inwards
     * @param gap least distance between two labels of a row
     * @param rows number of rows
     * @param chosen index of the tick whose label must be shown, or −1
     * @return one place for each tick, in order
     */
    static List<Place> layout(double[] centers, double[] widths, double available, double gap, int rows, int chosen) {
        Place[] places = new Place[centers.length];
        List<List<double[]>> taken = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            taken.add(new ArrayList<>());
        }
        for (int tick : byUrgency(centers.length, chosen)) {
            double left = Math.max(0, Math.min(available - widths[tick], centers[tick] - widths[tick] / 2));
            double right = left + widths[tick];
            int row = IntStream.range(0, rows)
                    .filter(r -> taken.get(r).stream().noneMatch(t -> left < t[1] + gap && right > t[0] - gap))
                    .findFirst()
                    .orElse(NO_ROW);
            if (row != NO_ROW) {
                taken.get(row).add(new double[] {left, right});
            }
            places[tick] = new Place(left, row);
        }
        return List.of(places);
    }

    private static int[] byUrgency(int count, int chosen) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(i -> i == chosen ? 0 : i == 0 || i == count - 1 ? 1 : 2))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
