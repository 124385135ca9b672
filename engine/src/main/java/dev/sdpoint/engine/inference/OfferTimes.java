package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long the forward pass of one image is expected to take under each instance that is offered. Immutable.
 *
 * @param offers from the fastest to the slowest, each of which errs less than those before it; at least one
 * @param millis of each offer, above 0 and never less than that of the offer before. Only their proportions matter to {@link AutoBudget}
 */
public record OfferTimes(List<InstanceScore> offers, List<Double> millis) {
    /** What is faster by less is not faster: two surveys of one machine differ by as much. */
    private static final double TOLERANCE = 0.03;

    /** @throws IllegalArgumentException if numbers do not agree, nothing is offered, a time is not above 0 or below that of the offer before */
    public OfferTimes {
        offers = List.copyOf(offers);
        millis = List.copyOf(millis);
        if (offers.isEmpty() || offers.size() != millis.size()) {
            throw new IllegalArgumentException(offers.size() + " offers cannot have " + millis.size()
                    + " times; each needs one, and there must be an offer");
        }
        double before = 0;
        for (double time : millis) {
            if (!(time > 0 && Double.isFinite(time))) {
                throw new IllegalArgumentException("a time of " + time + " ms is not above 0");
            }
            if (time < before) {
                throw new IllegalArgumentException(
                        "offers stand from the fastest on; " + time + " ms cannot follow " + before + " ms");
            }
            before = time;
        }
    }

    /**
     * What was measured. Offers that take as long as one that errs less, or longer, are left out, whatever their FLOPs promise: small maps often take
     * longer than that.
     *
     * @param offers in any order; at least one
     * @param millis of each, above 0
     */
    public static OfferTimes measured(List<InstanceScore> offers, List<Double> millis) {
        if (offers.size() != millis.size()) {
            throw new IllegalArgumentException(offers.size() + " offers cannot have " + millis.size() + " times");
        }
        List<Integer> bestFirst = IntStream.range(0, offers.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> offers.get(i).top1Error())
                        .thenComparingDouble(millis::get))
                .toList();
        Deque<InstanceScore> kept = new ArrayDeque<>();
        Deque<Double> times = new ArrayDeque<>();
        for (int i : bestFirst) {
            if (kept.isEmpty() || millis.get(i) < times.getFirst() * (1 - TOLERANCE)) {
                kept.addFirst(offers.get(i));
                times.addFirst(millis.get(i));
            }
        }
        return new OfferTimes(List.copyOf(kept), List.copyOf(times));
    }

    /** Times of offers in the order of {@link BudgetMenu#offers()}, in proportion to FLOPs: what is known without running anything. Of small networks it promises too much; {@link Survey} measures. */
    public static OfferTimes byFlops(List<InstanceScore> offers) {
        return new OfferTimes(
                offers, offers.stream().map(InstanceScore::relativeCost).toList());
    }
}
