package dev.sdpoint.engine.cost;

import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Set;

/**
 * What it takes to run all instances on the same images, in forward passes of the full network by FLOPs (method §5): one by
 * one, and with everything shared that instances have in common, which leaves one full pass and of each instance the pooling at
 * its point and the layers behind it.
 *
 * @param separate full forwards without sharing
 * @param shared full forwards with it
 */
public record SharedCost(double separate, double shared) {
    /** Counts both for the instances of a space, full resolution included. */
    public static SharedCost of(NetworkPlan plan, InstanceSpace space) {
        CostModel costs = new CostModel(plan);
        long separate = 0;
        long shared = 0;
        for (Instance instance : space.instances()) {
            CostBreakdown all = costs.breakdown(instance);
            Set<String> own = plan.own(instance);
            separate += all.totalFlops();
            shared += all.layers().stream()
                    .filter(term -> own.contains(term.layer()) || term.kind() == LayerCost.Kind.DOWNSAMPLING)
                    .mapToLong(LayerCost::flops)
                    .sum();
        }
        double full = costs.breakdown(Instance.FULL).totalFlops();
        return new SharedCost(separate / full, shared / full);
    }
}
