package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.app.text.Texts;
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
    private static final Texts TEXTS = Texts.of(InstanceCell.class);

    /** A cell whose answer is not there yet. */
    static InstanceCell waiting(InstanceScore score) {
        return new InstanceCell(score, false, Verdict.UNKNOWN, "", 0);
    }

    /** Everything about it in words, for the tooltip and for screen readers. */
    String inWords(String trueClass) {
        String name = name(score);
        if (!known) {
            return TEXTS.get("cell.waiting", name);
        }
        return switch (verdict) {
            case RIGHT -> TEXTS.get("cell.right", name, guess, Figures.probability(probability));
            case WRONG -> TEXTS.get("cell.wrong", name, guess, trueClass, Figures.probability(probability));
            case UNKNOWN -> TEXTS.get("cell.says", name, guess, Figures.probability(probability));
        };
    }

    /** An instance with its cost in words. */
    static String name(InstanceScore score) {
        return TEXTS.get("cell.name", score.instance().label(), Figures.share(score.relativeCost()));
    }
}
