package dev.sdpoint.app.figure;

/**
 * An axis.
 *
 * @param label what it measures, with the unit: "cost (GFLOPs)"
 * @param suffix written after every number, such as " %"; mostly empty
 * @param logarithmic equal distances for equal factors
 * @param lower least value shown, or NaN to fit the data
 * @param upper largest value shown, or NaN to fit the data
 */
public record Axis(String label, String suffix, boolean logarithmic, double lower, double upper) {
    public Axis {
        if (logarithmic && lower <= 0) {
            throw new IllegalArgumentException("a logarithmic axis cannot begin at " + lower);
        }
        if (lower >= upper) {
            throw new IllegalArgumentException("an axis cannot go from " + lower + " to " + upper);
        }
    }

    /** A linear axis that fits the data. */
    public static Axis linear(String label) {
        return new Axis(label, "", false, Double.NaN, Double.NaN);
    }

    /** A linear axis of per cents that fits the data; values are 0 … 100. */
    public static Axis percent(String label) {
        return new Axis(label, " %", false, Double.NaN, Double.NaN);
    }

    /** A logarithmic axis that fits the data; all values must be positive. */
    public static Axis logarithmic(String label) {
        return new Axis(label, "", true, Double.NaN, Double.NaN);
    }

    /** The same axis from a value to another; NaN fits the data. */
    public Axis within(double from, double to) {
        return new Axis(label, suffix, logarithmic, from, to);
    }
}
