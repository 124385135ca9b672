package dev.sdpoint.engine.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * In which proportion the times of the offers stand to each other: as expected at first, corrected by what was measured on either side of a change
 * of the offer. The median of the last measurements counts, and what was expected as one or two of them, so that a load which happened to change
 * in the same moment does not mislead for long.
 */
final class OfferProportions {
    private static final int MEASUREMENTS = 5;
    /** A proportion is not believed that differs from the expected one by more than this factor. */
    private static final double FARTHEST = 4;

    private final double[] expected;
    private final double[] times;
    private final boolean[] ran;
    private final int prior;
    /** Of each offer, logarithms of measured over expected time. */
    private final List<Deque<Double>> errors;

    OfferProportions(OfferTimes times) {
        expected = times.millis().stream().mapToDouble(Double::doubleValue).toArray();
        this.times = expected.clone();
        ran = new boolean[expected.length];
        prior = times.measured() ? 2 : 1;
        errors = IntStream.range(0, expected.length)
                .<Deque<Double>>mapToObj(i -> new ArrayDeque<>())
                .toList();
    }

    /** Time of one offer, as a multiple of that of another. */
    double of(int offer, int other) {
        return times[offer] / times[other];
    }

    /** What a time of an offer says of the load, whichever offer it was. */
    double level(int offer, double elastic) {
        return elastic / times[offer];
    }

    void run(int offer) {
        ran[offer] = true;
    }

    /** Whether the offer was run at all. */
    boolean ran(int offer) {
        return ran[offer];
    }

    /**
     * Corrects the time of an offer.
     *
     * @param error measured time over the one that was foreseen; nothing is learned from NaN
     */
    void learn(int offer, double error) {
        if (!Double.isFinite(error) || error <= 0) {
            return;
        }
        Deque<Double> known = errors.get(offer);
        known.addLast(Math.log(error * times[offer] / expected[offer]));
        if (known.size() > MEASUREMENTS) {
            known.removeFirst();
        }
        double[] sorted = DoubleStream.concat(
                        DoubleStream.generate(() -> 0).limit(prior),
                        known.stream().mapToDouble(Double::doubleValue))
                .sorted()
                .toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double farthest = Math.log(FARTHEST);
        times[offer] = expected[offer] * Math.exp(Math.max(-farthest, Math.min(farthest, median)));
    }
}
