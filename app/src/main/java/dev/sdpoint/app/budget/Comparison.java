package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.inference.Prediction.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the chosen instance and the full network say of one picture, and where they differ. Immutable.
 *
 * @param chosen answer of the chosen instance
 * @param full answer of the full network
 */
record Comparison(Answer chosen, Answer full) {
    private static final Texts TEXTS = Texts.of(Comparison.class);
    private static final int SHOWN = 5;

    /** How the first guess stands to the truth. */
    enum Verdict {
        RIGHT,
        WRONG,
        UNKNOWN
    }

    /**
     * One answer.
     *
     * @param prediction the whole of it
     * @param guesses the first five, and the true class too where it is known and not among them
     * @param verdict of the first guess
     * @param sentence the verdict in words
     */
    record Answer(Prediction prediction, List<Row> guesses, Verdict verdict, String sentence) {
        Answer {
            guesses = List.copyOf(guesses);
        }
    }

    /**
     * One class of an answer.
     *
     * @param name of the class
     * @param rank place among all classes, from 1
     * @param probability that this answer gives it
     * @param other probability that the other answer gives it
     * @param isTrue whether it is the picture's class
     * @param otherRank place among all classes in the other answer, from 1
     */
    record Row(String name, int rank, double probability, double other, boolean isTrue, int otherRank) {
        /** Whether the class is among the first five here and not there. */
        boolean onlyHere() {
            return rank <= SHOWN && otherRank > SHOWN;
        }
    }

    /**
     * Compares two predictions.
     *
     * @param classNames in the order of the classifier
     * @param trueClass the picture's class or {@link Picture#UNKNOWN}
     */
    static Comparison of(Prediction chosen, Prediction full, List<String> classNames, int trueClass) {
        return new Comparison(answer(chosen, full, classNames, trueClass), answer(full, chosen, classNames, trueClass));
    }

    /** Whether the two first guesses are different classes. */
    boolean changed() {
        return first(chosen.prediction()) != first(full.prediction());
    }

    /** What the downsampling changes, in words. */
    String difference() {
        String first = changed()
                ? TEXTS.get("comparison.changed", full.guesses().get(0).name())
                : TEXTS.get("comparison.same");
        return Stream.concat(Stream.of(first), order().stream())
                .reduce((said, more) -> TEXTS.get("common.joined", said, more))
                .orElse(first);
    }

    /** What else of the first five differs, in clauses; none if nothing does. */
    private List<String> order() {
        List<String> entered = onlyHere(chosen);
        List<String> left = onlyHere(full);
        List<String> parts = new ArrayList<>();
        if (!entered.isEmpty()) {
            parts.add(TEXTS.get("comparison.entered", entered.size(), String.join(", ", entered)));
        }
        if (!left.isEmpty()) {
            parts.add(TEXTS.get("comparison.left", left.size(), String.join(", ", left)));
        }
        long moved = chosen.guesses().stream()
                .filter(row -> row.rank() <= SHOWN && row.otherRank() <= SHOWN && row.rank() != row.otherRank())
                .count();
        if (moved > 0) {
            parts.add(TEXTS.get(
                    "comparison.order",
                    moved,
                    Math.min(SHOWN, chosen.prediction().probabilities().size())));
        }
        return parts;
    }

    private static List<String> onlyHere(Answer answer) {
        return answer.guesses().stream().filter(Row::onlyHere).map(Row::name).toList();
    }

    private static Answer answer(Prediction mine, Prediction other, List<String> names, int trueClass) {
        List<Guess> ranked = mine.top(mine.probabilities().size());
        List<Integer> otherOrder = other.top(other.probabilities().size()).stream()
                .map(Guess::classIndex)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            int c = ranked.get(i).classIndex();
            if (i < SHOWN || c == trueClass) {
                rows.add(new Row(
                        names.get(c),
                        i + 1,
                        ranked.get(i).probability(),
                        other.probabilities().get(c),
                        c == trueClass,
                        otherOrder.indexOf(c) + 1));
            }
        }
        String guess = names.get(ranked.get(0).classIndex());
        if (trueClass == Picture.UNKNOWN) {
            return new Answer(mine, rows, Verdict.UNKNOWN, guess);
        }
        boolean right = ranked.get(0).classIndex() == trueClass;
        return right
                ? new Answer(mine, rows, Verdict.RIGHT, TEXTS.get("comparison.right", guess))
                : new Answer(mine, rows, Verdict.WRONG, TEXTS.get("comparison.wrong", guess, names.get(trueClass)));
    }

    private static int first(Prediction prediction) {
        return prediction.top(1).get(0).classIndex();
    }
}
