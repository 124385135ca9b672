package dev.sdpoint.engine.study;

import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/**
 * A confidence cascade: an image is classified by the first stage, and by the next one if the probability of the first guess
 * is below a threshold, and so on; the last stage's answer stands. An image pays for every stage that it ran. Threshold 0 is
 * the first stage alone, a threshold above 1 runs all stages.
 *
 * @param stages at least one, usually from the cheapest to the dearest
 * @param threshold least probability at which an answer stands
 */
public record Cascade(List<Instance> stages, double threshold) {
    public Cascade {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || !(threshold >= 0)) {
            throw new IllegalArgumentException("a cascade needs a stage and a threshold from 0 on, not " + stages.size()
                    + " stages and " + threshold);
        }
    }

    /**
     * Mean cost and error of the cascade.
     *
     * @param costs of the instances of {@code confidences}, in their order
     */
    public CostPoint evaluate(Confidences confidences, List<InstanceCost> costs) {
        int[] order = stages.stream().mapToInt(confidences.instances()::indexOf).toArray();
        int[] ran = new int[order.length];
        int wrong = 0;
        for (int image = 0; image < confidences.images(); image++) {
            int stage = 0;
            ran[0]++;
            while (stage < order.length - 1 && confidences.top(image, order[stage]) < threshold) {
                stage++;
                ran[stage]++;
            }
            wrong += confidences.right(image, order[stage]) ? 0 : 1;
        }
        double images = confidences.images();
        double flops = 0;
        double relative = 0;
        for (int stage = 0; stage < order.length; stage++) {
            flops += ran[stage] / images * costs.get(order[stage]).flops();
            relative += ran[stage] / images * costs.get(order[stage]).relativeCost();
        }
        return new CostPoint(flops, relative, wrong / images);
    }
}
