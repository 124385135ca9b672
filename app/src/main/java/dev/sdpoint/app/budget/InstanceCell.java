package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.engine.evaluation.InstanceScore;

/**
 * What one instance says of the picture, for the strip of all instances.
 *
 * @param score the instance with its cost
 * @param known whether the answer is there yet; if not, the rest means nothing
 * @param verdict of its first guess
 * @param guess name of its first guess
 * @param probability of the true class, or of the first guess where the true class is not known
 */
record InstanceCell(InstanceScore score, boolean known, Verdict verdict, String guess, double probability) {
    /** A cell whose answer is not there yet. */
    static InstanceCell waiting(InstanceScore score) {
        return new InstanceCell(score, false, Verdict.UNKNOWN, "", 0);
    }

    /** Everything about it in words, for the tooltip and for screen readers. */
    String inWords(String trueClass) {
        String name = score.instance().label() + ", " + Figures.share(score.relativeCost()) + " of the cost";
        if (!known) {
            return name + ": not answered yet";
        }
        return switch (verdict) {
            case RIGHT -> name + ": right, " + guess + " with " + Figures.probability(probability);
            case WRONG ->
                name + ": wrong, says " + guess + "; " + trueClass + " has " + Figures.probability(probability);
            case UNKNOWN -> name + ": " + guess + " with " + Figures.probability(probability);
        };
    }
}
