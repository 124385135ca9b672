package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores of all instances of one set of weights on one set of images.
 *
 * @param images how many images were classified
 * @param scores in the order of the instance space: full resolution first
 */
public record Sweep(int images, List<InstanceScore> scores) {
    public Sweep {
        if (images < 1 || scores.isEmpty()) {
            throw new IllegalArgumentException(
                    "a sweep needs images and instances, not " + images + " and " + scores.size());
        }
        scores = List.copyOf(scores);
    }

    /**
     * Counts the scores of outcomes.
     *
     * @param costs of the instances of the outcomes, in their order
     * @param millisPerImage of the instances, in the same order; NaN where not measured
     */
    public static Sweep of(Outcomes outcomes, List<InstanceCost> costs, double[] millisPerImage) {
        if (costs.size() != outcomes.instances().size() || millisPerImage.length != costs.size()) {
            throw new IllegalArgumentException(
                    "outcomes of " + outcomes.instances().size() + " instances do not go with " + costs.size()
                            + " costs and " + millisPerImage.length + " times");
        }
        int images = outcomes.images();
        List<InstanceScore> scores = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            int first = 0;
            int amongFive = 0;
            double loss = 0;
            for (int image = 0; image < images; image++) {
                first += outcomes.right(image, i, 1) ? 1 : 0;
                amongFive += outcomes.right(image, i, 5) ? 1 : 0;
                loss -= Math.log(Math.max(outcomes.trueProbability(image, i), 1e-12));
            }
            scores.add(new InstanceScore(
                    costs.get(i).instance(),
                    costs.get(i).flops(),
                    costs.get(i).relativeCost(),
                    (double) (images - first) / images,
                    (double) (images - amongFive) / images,
                    loss / images,
                    millisPerImage[i]));
        }
        return new Sweep(images, scores);
    }

    /**
     * The score of an instance.
     *
     * @throws IllegalArgumentException if it was not swept
     */
    public InstanceScore of(Instance instance) {
        return scores.stream()
                .filter(s -> s.instance().equals(instance))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(instance.label() + " is not in the sweep"));
    }

    /** Whether another instance costs no more and errs no more, and is better in one of the two. */
    public boolean dominated(InstanceScore score) {
        return scores.stream().anyMatch(other -> dominates(other, score));
    }

    private static boolean dominates(InstanceScore a, InstanceScore b) {
        return a.flops() <= b.flops()
                && a.top1Error() <= b.top1Error()
                && (a.flops() < b.flops() || a.top1Error() < b.top1Error());
    }

    /** The cost–error curve: non-dominated instances from the cheapest to the dearest. */
    public List<InstanceScore> curve() {
        return byCost().stream().filter(s -> !dominated(s)).toList();
    }

    /** All instances from the cheapest to the dearest; equal costs by point. */
    public List<InstanceScore> byCost() {
        return scores.stream()
                .sorted(Comparator.comparingLong(InstanceScore::flops)
                        .thenComparingInt(s -> s.instance().point()))
                .toList();
    }

    /**
     * Half the width of the 95 % confidence interval of an error measured on this many images (normal approximation of the
     * binomial).
     */
    public double errorMargin(double error) {
        return 1.96 * Math.sqrt(error * (1 - error) / images);
    }
}
