package dev.sdpoint.engine.study;

import dev.sdpoint.engine.cost.InstanceCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What could be had if the cheapest right instance of every image were known (method §5). It needs the answer to choose, so
 * no classifier reaches it: a bound, not an offer.
 */
public final class OracleCurve {
    private OracleCurve() {}

    /**
     * A point per instance from the cheapest to the dearest: every image is answered by its cheapest right instance among those
     * up to there. An image that none of them gets right pays for the cheapest, since more would not help it.
     *
     * @param costs of the instances of {@code confidences}, in their order
     */
    public static List<CostPoint> of(Confidences confidences, List<InstanceCost> costs) {
        int[] byCost = IntStream.range(0, costs.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> costs.get(i).flops())
                        .thenComparingInt(i -> costs.get(i).instance().point()))
                .mapToInt(Integer::intValue)
                .toArray();
        InstanceCost cheapest = costs.get(byCost[0]);
        int images = confidences.images();
        boolean[] solved = new boolean[images];
        double flops = (double) cheapest.flops() * images;
        double relative = cheapest.relativeCost() * images;
        int unsolved = images;
        List<CostPoint> curve = new ArrayList<>();
        for (int instance : byCost) {
            InstanceCost cost = costs.get(instance);
            for (int image = 0; image < images; image++) {
                if (!solved[image] && confidences.right(image, instance)) {
                    solved[image] = true;
                    unsolved--;
                    flops += cost.flops() - cheapest.flops();
                    relative += cost.relativeCost() - cheapest.relativeCost();
                }
            }
            curve.add(new CostPoint(flops / images, relative / images, (double) unsolved / images));
        }
        return curve;
    }
}
