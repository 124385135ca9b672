package dev.sdpoint.engine.study;

import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fixed instance, confidence cascade and oracle on one axis. Stages and thresholds are chosen on one half of the images, and
 * everything is reported on the other half, so that no choice flatters itself.
 *
 * @param choosingImages images on which the choices were made
 * @param reportedImages images on which the points below are measured
 * @param fixed every instance for all images, from the cheapest to the dearest
 * @param chain one cascade through all instances that no other beat on the choosing half, a step per threshold
 * @param pairs cascades of two instances: of each step of cost the pair and threshold that erred least on the choosing half
 * @param oracle a point per instance, see {@link OracleCurve}
 */
public record CascadeStudy(
        int choosingImages,
        int reportedImages,
        List<Fixed> fixed,
        List<Step> chain,
        List<Step> pairs,
        List<CostPoint> oracle) {
    /** Thresholds 0, 0.02 … 1, and one above all probabilities. */
    static final List<Double> THRESHOLDS =
            IntStream.rangeClosed(0, 51).mapToObj(i -> i / 50.0).toList();

    private static final double COST_STEP = 0.02;
    private static final long SEED = 5;

    public CascadeStudy {
        fixed = List.copyOf(fixed);
        chain = List.copyOf(chain);
        pairs = List.copyOf(pairs);
        oracle = List.copyOf(oracle);
    }

    /**
     * An instance for all images.
     *
     * @param choosing what it is worth on the choosing half
     * @param reported what it is worth on the other half
     * @param offered whether no other instance beat it on the choosing half
     */
    public record Fixed(Instance instance, CostPoint choosing, CostPoint reported, boolean offered) {}

    /**
     * A cascade.
     *
     * @param choosing what it promised on the half on which it was chosen
     * @param reported what it is worth on the other half
     */
    public record Step(Cascade cascade, CostPoint choosing, CostPoint reported) {}

    /** The fixed instance that erred least on the choosing half. */
    public Fixed best() {
        return fixed.stream()
                .min(Comparator.comparingDouble((Fixed f) -> f.choosing().error())
                        .thenComparingDouble(f -> f.choosing().flops()))
                .orElseThrow();
    }

    /** The cheapest cascade of two that promised no more errors than the best fixed instance, on the choosing half. */
    public Optional<Step> cheapestAsGood() {
        double error = best().choosing().error();
        return pairs.stream()
                .filter(s -> s.choosing().error() <= error)
                .min(Comparator.comparingDouble(s -> s.choosing().flops()));
    }

    /**
     * Divides the images at random, but always alike, and measures.
     *
     * @param costs of the instances of {@code all}, in their order
     * @throws IllegalArgumentException if there are fewer than 2 images
     */
    public static CascadeStudy of(Confidences all, List<InstanceCost> costs) {
        if (all.images() < 2) {
            throw new IllegalArgumentException("1 image cannot be divided into two halves");
        }
        int[] order = EpochOrder.of(all.images(), SEED, 0);
        int half = order.length / 2;
        return of(
                all.select(Arrays.copyOf(order, half)),
                all.select(Arrays.copyOfRange(order, half, order.length)),
                costs);
    }

    static CascadeStudy of(Confidences choosing, Confidences reported, List<InstanceCost> costs) {
        List<Instance> offers = offers(choosing, costs);
        List<Fixed> fixed = IntStream.range(0, costs.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> costs.get(i).flops()))
                .map(i -> new Fixed(
                        costs.get(i).instance(),
                        fixed(choosing, costs, i),
                        fixed(reported, costs, i),
                        offers.contains(costs.get(i).instance())))
                .toList();
        List<Step> chain = new ArrayList<>();
        for (double threshold : THRESHOLDS) {
            chain.add(step(new Cascade(offers, threshold), choosing, reported, costs));
        }
        return new CascadeStudy(
                choosing.images(),
                reported.images(),
                fixed,
                chain,
                pairs(offers, choosing, reported, costs),
                OracleCurve.of(reported, costs));
    }

    private static CostPoint fixed(Confidences confidences, List<InstanceCost> costs, int instance) {
        InstanceCost cost = costs.get(instance);
        return new CostPoint(cost.flops(), cost.relativeCost(), confidences.error(instance));
    }

    /** Instances that no other beats, from the cheapest to the dearest; of several that cost and err the same, the first. */
    private static List<Instance> offers(Confidences choosing, List<InstanceCost> costs) {
        List<CostPoint> points = IntStream.range(0, costs.size())
                .mapToObj(i -> fixed(choosing, costs, i))
                .toList();
        return IntStream.range(0, costs.size())
                .boxed()
                .filter(i -> points.stream().noneMatch(points.get(i)::dominatedBy))
                .filter(i -> points.indexOf(points.get(i)) == i)
                .sorted(Comparator.comparingLong(i -> costs.get(i).flops()))
                .map(i -> costs.get(i).instance())
                .toList();
    }

    private static Step step(Cascade cascade, Confidences choosing, Confidences reported, List<InstanceCost> costs) {
        return new Step(cascade, cascade.evaluate(choosing, costs), cascade.evaluate(reported, costs));
    }

    /** Of every step of cost the pair that errs least, if it errs less than all that cost less. */
    private static List<Step> pairs(
            List<Instance> offers, Confidences choosing, Confidences reported, List<InstanceCost> costs) {
        Map<Long, Cascade> best = new TreeMap<>();
        Map<Long, CostPoint> promised = new TreeMap<>();
        for (int a = 0; a < offers.size(); a++) {
            for (int b = a + 1; b < offers.size(); b++) {
                for (double threshold : THRESHOLDS) {
                    Cascade cascade = new Cascade(List.of(offers.get(a), offers.get(b)), threshold);
                    CostPoint point = cascade.evaluate(choosing, costs);
                    long step = Math.round(point.relativeCost() / COST_STEP);
                    CostPoint known = promised.get(step);
                    if (known == null
                            || point.error() < known.error()
                            || (point.error() == known.error() && point.flops() < known.flops())) {
                        best.put(step, cascade);
                        promised.put(step, point);
                    }
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        best.forEach((step, cascade) -> {
            CostPoint point = cascade.evaluate(choosing, costs);
            if (promised.values().stream().noneMatch(point::dominatedBy)) {
                steps.add(new Step(cascade, point, cascade.evaluate(reported, costs)));
            }
        });
        return steps;
    }
}
