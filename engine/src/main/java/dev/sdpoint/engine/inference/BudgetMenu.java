package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;

/**
 * What a budget buys: the non-dominated instances of a sweep, from the cheapest to the dearest. The point after the last
 * block saves nothing and is left off. Pure and immutable.
 */
public final class BudgetMenu {
    private final List<InstanceScore> offers;

    public BudgetMenu(Sweep sweep, InstanceSpace space) {
        List<InstanceScore> candidates = sweep.scores().stream()
                .filter(s -> !s.instance().downsamplesAt(space.points()))
                .toList();
        offers = new Sweep(sweep.images(), candidates).curve();
    }

    /** The offers, from the cheapest to the dearest; never empty. */
    public List<InstanceScore> offers() {
        return offers;
    }

    /**
     * The best instance that costs no more than the budget, or the cheapest if none does.
     *
     * @param relativeBudget share of the full network's FLOPs
     */
    public InstanceScore best(double relativeBudget) {
        InstanceScore best = offers.get(0);
        for (InstanceScore offer : offers) {
            if (offer.relativeCost() <= relativeBudget + 1e-9) {
                best = offer;
            }
        }
        return best;
    }
}
