package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a budget buys: the non-dominated instances of a sweep, from the cheapest to the dearest. The point after the last
 * block saves nothing and is left off, and so is a point where nothing becomes smaller. Of instances that cost and err the same, such as two ratios
 * that round to one side, one is left. Pure and immutable.
 */
public final class BudgetMenu {
    private final List<InstanceScore> offers;

    public BudgetMenu(Sweep sweep, InstanceSpace space) {
        offers = new Sweep(sweep.images(), candidates(sweep, space)).curve();
    }

    private static List<InstanceScore> candidates(Sweep sweep, InstanceSpace space) {
        List<InstanceScore> candidates = new ArrayList<>();
        sweep.scores().stream()
                .filter(s -> worthOffering(space, s.instance(), s.relativeCost()))
                .sorted(Comparator.comparingInt(
                                (InstanceScore s) -> s.instance().point())
                        .thenComparing(s -> s.instance().ratio(), Comparator.reverseOrder()))
                .filter(s -> candidates.stream().noneMatch(other -> alike(other, s)))
                .forEach(candidates::add);
        return candidates;
    }

    /**
     * Whether an instance can be worth its cost at all. The point after the last block saves nothing; and where maps are small, a ratio can round to the
     * side that is there already: the instance is the full network then.
     *
     * @param relativeCost share of the full network's FLOPs
     */
    public static boolean worthOffering(InstanceSpace space, Instance instance, double relativeCost) {
        boolean fullByAnotherName = instance instanceof Instance.Downsampled && relativeCost == 1;
        return !instance.downsamplesAt(space.points()) && !fullByAnotherName;
    }

    private static boolean alike(InstanceScore a, InstanceScore b) {
        return a.flops() == b.flops() && a.top1Error() == b.top1Error();
    }

    /**
     * What a budget of time buys: the instances that no other beats in milliseconds and error, from the fastest to the slowest. They may be
     * others than those of {@link #offers()}, since small maps take more time than their FLOPs promise.
     *
     * @return empty if an instance was not timed
     */
    public static List<InstanceScore> byTime(Sweep sweep, InstanceSpace space) {
        List<InstanceScore> candidates = candidates(sweep, space);
        if (!candidates.stream().allMatch(s -> Double.isFinite(s.millisPerImage()) && s.millisPerImage() > 0)) {
            return List.of();
        }
        return candidates.stream()
                .filter(score -> candidates.stream().noneMatch(other -> beats(other, score)))
                .sorted(Comparator.comparingDouble(InstanceScore::millisPerImage)
                        .thenComparingLong(InstanceScore::flops))
                .toList();
    }

    private static boolean beats(InstanceScore a, InstanceScore b) {
        return a.millisPerImage() <= b.millisPerImage()
                && a.top1Error() <= b.top1Error()
                && (a.millisPerImage() < b.millisPerImage() || a.top1Error() < b.top1Error());
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
