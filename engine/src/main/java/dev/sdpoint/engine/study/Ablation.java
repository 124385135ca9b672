package dev.sdpoint.engine.study;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.PointChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What fewer points or ratios cost in accuracy (paper §4.4). Within one model the instances that the smaller space lacks are
 * left out; what training with the smaller space would change is seen only from models that were trained so.
 */
public final class Ablation {
    private Ablation() {}

    /**
     * A curve of the comparison.
     *
     * @param name which points and ratios
     * @param sweep scores of these instances
     */
    public record Curve(String name, Sweep sweep) {
        /**
         * The error that budgets get, averaged over all budgets between two: at every budget the instance counts that errs
         * least among those that fit. The smaller, the lower the curve.
         *
         * @param fromFlops smallest budget; not below the cheapest instance
         * @param toFlops largest budget; the same as the smallest gives the error at that budget
         * @throws IllegalArgumentException if no instance fits the smallest budget
         */
        public double meanError(double fromFlops, double toFlops) {
            double best = sweep.scores().stream()
                    .filter(s -> s.flops() <= fromFlops)
                    .mapToDouble(InstanceScore::top1Error)
                    .min()
                    .orElseThrow(() -> new IllegalArgumentException("no instance of \"" + name
                            + "\" costs as little as " + String.format(Locale.ROOT, "%.0f", fromFlops) + " FLOPs"));
            if (toFlops <= fromFlops) {
                return best;
            }
            double at = fromFlops;
            double area = 0;
            for (InstanceScore score : sweep.byCost()) {
                if (score.flops() > fromFlops && score.flops() < toFlops) {
                    area += best * (score.flops() - at);
                    at = score.flops();
                    best = Math.min(best, score.top1Error());
                }
            }
            return (area + best * (toFlops - at)) / (toFlops - fromFlops);
        }
    }

    /** The curve of all instances and those of the smaller spaces: every other block, and each ratio alone. */
    public static List<Curve> within(Sweep sweep) {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("all points and ratios", sweep));
        if (sweep.scores().stream()
                .anyMatch(s -> !PointChoice.ALTERNATE.includes(s.instance().point())
                        && s.instance() instanceof Instance.Downsampled)) {
            curves.add(curve("every other point", sweep, i -> PointChoice.ALTERNATE.includes(i.point())));
        }
        List<Double> ratios = sweep.scores().stream()
                .map(InstanceScore::instance)
                .filter(Instance.Downsampled.class::isInstance)
                .map(Instance::ratio)
                .distinct()
                .sorted()
                .toList();
        for (double ratio : ratios.size() > 1 ? ratios : List.<Double>of()) {
            curves.add(curve("ratio " + ratio + " alone", sweep, i -> i.ratio() == ratio));
        }
        return curves;
    }

    private static Curve curve(String name, Sweep sweep, Predicate<Instance> kept) {
        return new Curve(
                name,
                new Sweep(
                        sweep.images(),
                        sweep.scores().stream()
                                .filter(s -> !(s.instance() instanceof Instance.Downsampled) || kept.test(s.instance()))
                                .toList()));
    }

    /** The budgets that all curves can serve: from the dearest of the cheapest instances to the dearest of all. */
    public static double[] commonBudgets(List<Curve> curves) {
        double from = 0;
        double to = 0;
        for (Curve curve : curves) {
            List<InstanceScore> byCost = curve.sweep().byCost();
            from = Math.max(from, byCost.get(0).flops());
            to = Math.max(to, byCost.get(byCost.size() - 1).flops());
        }
        return new double[] {from, to};
    }
}
