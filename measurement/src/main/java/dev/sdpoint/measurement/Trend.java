package dev.sdpoint.measurement;

import java.util.List;

/**
 * The straight line through a value's course (least squares), and how sure its slope is. What one step leaves behind for good is told from noise by
 * it; that the noise of neighbours is alike makes the error an optimistic one.
 *
 * @param slope growth per unit of the place
 * @param standardError of the slope, of the residuals around the line; 0 if all points lie on it
 */
public record Trend(double slope, double standardError) {
    /** Standard errors on either side that hold the slope in about 95 of 100 cases. */
    private static final double WIDTH = 2;

    /**
     * Through points.
     *
     * @param places where it was read
     * @param values what was read there
     * @throws IllegalArgumentException with fewer than three points, or if all are at one place
     */
    public static Trend of(List<Double> places, List<Double> values) {
        int count = places.size();
        if (count < 3 || values.size() != count) {
            throw new IllegalArgumentException("a trend and its error need three points; there are " + count
                    + " places and " + values.size() + " values");
        }
        double place = mean(places);
        double value = mean(values);
        double spread = 0;
        double joint = 0;
        for (int i = 0; i < count; i++) {
            spread += (places.get(i) - place) * (places.get(i) - place);
            joint += (places.get(i) - place) * (values.get(i) - value);
        }
        if (spread == 0) {
            throw new IllegalArgumentException("all points are at one place");
        }
        double slope = joint / spread;
        double rest = 0;
        for (int i = 0; i < count; i++) {
            double off = values.get(i) - value - slope * (places.get(i) - place);
            rest += off * off;
        }
        return new Trend(slope, Math.sqrt(rest / (count - 2) / spread));
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Half the width of the interval that holds the slope in about 95 of 100 cases. */
    public double halfWidth() {
        return WIDTH * standardError;
    }

    /** Whether growth beyond a limit is shown: the whole interval lies above it. */
    public boolean growsBeyond(double limit) {
        return slope - halfWidth() > limit;
    }

    /** Whether growth within a limit is shown: the whole interval lies below it. */
    public boolean staysWithin(double limit) {
        return slope + halfWidth() <= limit;
    }
}
