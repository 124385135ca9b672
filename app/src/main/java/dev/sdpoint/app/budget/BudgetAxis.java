package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The line that a budget moves on: every offer at what it costs in one unit. Pure and immutable.
 *
 * @param unit what budgets are counted in
 * @param offers instances worth choosing, at least one; kept from the least to the most in this unit
 */
record BudgetAxis(BudgetUnit unit, List<InstanceScore> offers) {
    BudgetAxis {
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("a budget needs at least one instance to choose");
        }
        offers = offers.stream().sorted(Comparator.comparingDouble(unit::of)).toList();
    }

    /** What the offer that costs least costs. */
    double least() {
        return unit.of(offers.get(0));
    }

    /** What the offer that costs most costs. */
    double most() {
        return unit.of(offers.get(offers.size() - 1));
    }

    /** Where a value lies, 0 … 1; values outside lie at the ends. */
    double position(double value) {
        double range = most() - least();
        return range <= 0 ? 1 : clamp((value - least()) / range);
    }

    /** The value at a position of 0 … 1. */
    double value(double position) {
        return least() + clamp(position) * (most() - least());
    }

    /** The value of an instance, at the nearer end if it lies outside. */
    double valueOf(InstanceScore score) {
        return Math.min(most(), Math.max(least(), unit.of(score)));
    }

    /** The offer with the lowest error that costs no more than the budget, or the one that costs least if none does. */
    InstanceScore best(double budget) {
        double rounding = 1e-9 * Math.max(1, Math.abs(budget));
        return offers.stream()
                .filter(offer -> unit.of(offer) <= budget + rounding)
                .min(Comparator.comparingDouble(InstanceScore::top1Error).thenComparingDouble(unit::of))
                .orElse(offers.get(0));
    }

    /**
     * The offer some steps dearer (or cheaper, if negative) than a budget; the last one that way if there are not so many. A
     * budget between two offers counts as half a step from each, and offers of one value are one.
     */
    InstanceScore step(double budget, int steps) {
        double rounding = 1e-9 * Math.max(1, Math.abs(budget));
        List<Double> values = offers.stream().map(unit::of).distinct().toList();
        int cheaper =
                (int) values.stream().filter(value -> value < budget - rounding).count();
        boolean on = cheaper < values.size() && values.get(cheaper) <= budget + rounding;
        int target = steps < 0 || on ? cheaper + steps : cheaper + steps - 1;
        double value = values.get(Math.max(0, Math.min(values.size() - 1, target)));
        return offers.stream()
                .filter(offer -> unit.of(offer) == value)
                .min(Comparator.comparingDouble(InstanceScore::top1Error))
                .orElseThrow();
    }

    /** Position of an instance in {@link #offers()}, or −1. */
    int indexOf(Instance instance) {
        return IntStream.range(0, offers.size())
                .filter(i -> offers.get(i).instance().equals(instance))
                .findFirst()
                .orElse(-1);
    }

    /** Relative cost in FLOPs at a position of 0 … 1, between offers in proportion; it gives the track its colours. */
    double relativeCost(double position) {
        double value = value(position);
        for (int i = 1; i < offers.size(); i++) {
            double from = unit.of(offers.get(i - 1));
            double to = unit.of(offers.get(i));
            if (value <= to) {
                double part = to > from ? clamp((value - from) / (to - from)) : 1;
                double cheap = offers.get(i - 1).relativeCost();
                return cheap + part * (offers.get(i).relativeCost() - cheap);
            }
        }
        return offers.get(offers.size() - 1).relativeCost();
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
