package dev.sdpoint.engine.model;

/**
 * A person changed the peak learning rate of a run under way.
 *
 * @param iteration iterations done before the first one with the new rate, at least 0
 * @param peakRate the new peak, above 0
 */
public record RateEdit(long iteration, double peakRate) {
    public RateEdit {
        if (iteration < 0 || !(peakRate > 0 && Double.isFinite(peakRate))) {
            throw new IllegalArgumentException("a peak learning rate of " + peakRate + " from iteration " + iteration
                    + " on is impossible; a rate is above 0, an iteration at least 0");
        }
    }
}
