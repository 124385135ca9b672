package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;

/**
 * How long the forward pass of one image is expected to take under each instance that is offered. Immutable.
 *
 * @param offers from the cheapest to the dearest, as {@link BudgetMenu#offers()} has them; at least one
 * @param millis of each offer, above 0. Only their proportions matter to {@link AutoBudget}
 */
public record OfferTimes(List<InstanceScore> offers, List<Double> millis) {
    /** @throws IllegalArgumentException if numbers do not agree, nothing is offered or a time is not above 0 */
    public OfferTimes {
        offers = List.copyOf(offers);
        millis = List.copyOf(millis);
        if (offers.isEmpty() || offers.size() != millis.size()) {
            throw new IllegalArgumentException(offers.size() + " offers cannot have " + millis.size()
                    + " times; each needs one, and there must be an offer");
        }
        for (double time : millis) {
            if (!(time > 0 && Double.isFinite(time))) {
                throw new IllegalArgumentException("a time of " + time + " ms is not above 0");
            }
        }
    }

    /** Times in proportion to FLOPs: what is known without running anything. Of small networks it promises too much; {@link Survey} measures. */
    public static OfferTimes byFlops(List<InstanceScore> offers) {
        return new OfferTimes(
                offers, offers.stream().map(InstanceScore::relativeCost).toList());
    }
}
