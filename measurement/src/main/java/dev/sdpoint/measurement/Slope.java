package dev.sdpoint.measurement;

import java.util.ArrayList;
import java.util.List;

/**
 * How fast a value grows: the median of the slopes between all pairs of points (Theil 1950, Sen 1968). A single step, such as one
 * growth of Java's heap, hardly moves it; what grows all the time does.
 */
final class Slope {
    private final List<double[]> points = new ArrayList<>();

    /** Adds a value at a place; places may come in any order. */
    void add(double at, double value) {
        points.add(new double[] {at, value});
    }

    /**
     * Growth per unit of the place.
     *
     * @throws IllegalStateException with fewer than two different places
     */
    double median() {
        double[] slopes = points.stream()
                .flatMapToDouble(from -> points.stream()
                        .filter(to -> to[0] > from[0])
                        .mapToDouble(to -> (to[1] - from[1]) / (to[0] - from[0])))
                .sorted()
                .toArray();
        if (slopes.length == 0) {
            throw new IllegalStateException("a slope needs values at two different places; there are " + points.size());
        }
        int middle = slopes.length / 2;
        return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }
}
