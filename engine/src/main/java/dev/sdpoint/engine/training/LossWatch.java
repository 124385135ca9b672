package dev.sdpoint.engine.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Tells an exploding loss from a noisy one.
 *
 * <p>A batch is bad if its loss is above three times that of guessing, ln(classes). Once a run has learned, a batch is also
 * bad if its loss is ten times the run's best and no better than guessing (0.9 ln(classes)). The loss has exploded when more
 * than half of the last 50 batches are bad: a few freak batches, or the loss of fresh weights, are not enough. The run's best
 * is its lowest median of 50 batches.
 */
final class LossWatch {
    static final int WINDOW = 50;

    /** Batches that show whether the weights before them were sound. */
    static final int PROOF = 20;

    private static final int BAD_IN_A_CALM = 2;
    private static final double TIMES_GUESSING = 3;
    private static final double TIMES_BEST = 10;
    private static final double NO_BETTER_THAN_GUESSING = 0.9;

    private final double guessing;
    private final Deque<Double> recent = new ArrayDeque<>();
    private double best = Double.POSITIVE_INFINITY;

    /**
     * What a watch remembers.
     *
     * @param recent losses of the last batches, at most 50, oldest first
     * @param best lowest median of 50 batches in a row, infinite before there were so many
     */
    record Memory(List<Double> recent, double best) {
        Memory {
            recent = List.copyOf(recent);
            if (recent.size() > WINDOW) {
                throw new IllegalArgumentException(recent.size() + " losses are more than the " + WINDOW + " kept");
            }
        }
    }

    LossWatch(int classes) {
        guessing = Math.log(classes);
    }

    /** Goes on with what another watch over the same run remembered. */
    void goOnFrom(Memory memory) {
        recent.clear();
        recent.addAll(memory.recent());
        best = memory.best();
    }

    Memory memory() {
        return new Memory(List.copyOf(recent), best);
    }

    /** Takes the finite loss of the next batch. */
    void add(double loss) {
        if (recent.size() == WINDOW) {
            recent.removeFirst();
        }
        recent.addLast(loss);
        if (recent.size() == WINDOW) {
            best = Math.min(best, median());
        }
    }

    /** The loss above which a batch is bad. */
    double limit() {
        return Math.min(TIMES_GUESSING * guessing, Math.max(TIMES_BEST * best, NO_BETTER_THAN_GUESSING * guessing));
    }

    boolean exploded() {
        return bad(WINDOW) > WINDOW / 2;
    }

    /** Whether at most 2 of the last 20 batches are bad, so that the weights before them are worth keeping. */
    boolean calm() {
        return bad(PROOF) <= BAD_IN_A_CALM;
    }

    /** What an explosion looks like, as the beginning of a sentence. */
    String words() {
        return String.format(
                Locale.ROOT,
                "The loss has exploded: more than half of the last %d batches are above %.2f, where guessing gives %.2f,",
                WINDOW,
                limit(),
                guessing);
    }

    private int bad(int last) {
        double limit = limit();
        return (int) recent.stream()
                .skip(Math.max(0, recent.size() - last))
                .filter(loss -> loss > limit)
                .count();
    }

    /** Mean of the two in the middle. */
    private double median() {
        double[] sorted =
                recent.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[WINDOW / 2 - 1] + sorted[WINDOW / 2]) / 2;
    }
}
