package dev.sdpoint.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What {@link Rounds} measured, by the position of an alternative in its list.
 *
 * @param rounds {@code [round][alternative]}, at least one round
 */
public record Timings(List<List<Span>> rounds) {
    public Timings {
        rounds = rounds.stream().map(List::copyOf).toList();
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round was measured");
        }
    }

    /** Seconds of one run, on the wall and of all processors together. */
    public record Span(double wall, double processor) {}

    /** Median seconds on the wall. */
    public double seconds(int alternative) {
        return median(round -> round.get(alternative).wall());
    }

    /** Median seconds of the processors. */
    public double processorSeconds(int alternative) {
        return median(round -> round.get(alternative).processor());
    }

    /** Median over the rounds of the time on the wall divided by another alternative's of the same round. */
    public double ratio(int alternative, int to) {
        return median(round -> round.get(alternative).wall() / round.get(to).wall());
    }

    /** As {@link #ratio}, of processor time. */
    public double processorRatio(int alternative, int to) {
        return median(
                round -> round.get(alternative).processor() / round.get(to).processor());
    }

    private double median(ToDoubleFunction<List<Span>> value) {
        return median(rounds.stream().mapToDouble(value).toArray());
    }

    /** The middle one of some values, or the mean of the middle two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
