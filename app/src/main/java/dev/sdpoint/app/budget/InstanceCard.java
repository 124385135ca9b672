package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.Prediction;
import java.util.List;

/**
 * What one instance says of the picture: its first three guesses. Immutable.
 *
 * @param score the instance with its cost
 * @param verdict of its first guess
 * @param guesses the first three, best first; empty if it has not answered yet
 */
record InstanceCard(InstanceScore score, Verdict verdict, List<Guess> guesses) {
    private static final Texts TEXTS = Texts.of(InstanceCard.class);
    private static final int SHOWN = 3;

    /**
     * A guess.
     *
     * @param name of the class
     * @param isTrue whether it is the picture's class
     */
    record Guess(String name, double probability, boolean isTrue) {}

    InstanceCard {
        guesses = List.copyOf(guesses);
    }

    /** A card whose answer is not there yet. */
    static InstanceCard waiting(InstanceScore score) {
        return new InstanceCard(score, Verdict.UNKNOWN, List.of());
    }

    /**
     * An answer.
     *
     * @param classNames in the order of the classifier
     * @param trueClass the picture's class or {@link Picture#UNKNOWN}
     */
    static InstanceCard of(InstanceScore score, Prediction prediction, List<String> classNames, int trueClass) {
        List<Guess> guesses = prediction.top(Math.min(SHOWN, classNames.size())).stream()
                .map(g -> new Guess(classNames.get(g.classIndex()), g.probability(), g.classIndex() == trueClass))
                .toList();
        Verdict verdict = trueClass == Picture.UNKNOWN
                ? Verdict.UNKNOWN
                : guesses.get(0).isTrue() ? Verdict.RIGHT : Verdict.WRONG;
        return new InstanceCard(score, verdict, guesses);
    }

    /** What is said of the first guess, in a word; empty if its truth is not known. */
    String verdictWord() {
        return switch (verdict) {
            case RIGHT -> TEXTS.get("card.verdict.right");
            case WRONG -> TEXTS.get("card.verdict.wrong");
            case UNKNOWN -> "";
        };
    }

    /** Everything about it in words, for screen readers. */
    String inWords() {
        String name = InstanceCell.name(score);
        if (guesses.isEmpty()) {
            return TEXTS.get("cell.waiting", name);
        }
        Guess first = guesses.get(0);
        String probability = Figures.probability(first.probability());
        return switch (verdict) {
            case RIGHT -> TEXTS.get("card.right", name, first.name(), probability);
            case WRONG -> TEXTS.get("card.wrong", name, first.name(), probability);
            case UNKNOWN -> TEXTS.get("cell.says", name, first.name(), probability);
        };
    }
}
