package dev.sdpoint.engine.cost;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/**
 * Every term of the cost of one instance.
 *
 * @param instance the instance counted
 * @param layers terms in the order of the network
 */
public record CostBreakdown(Instance instance, List<LayerCost> layers) {
    public CostBreakdown {
        layers = List.copyOf(layers);
    }

    /** Operations of one forward pass of one image. */
    public long totalFlops() {
        return layers.stream().mapToLong(LayerCost::flops).sum();
    }

    /** Operations of a block: 0 a stem without a point, 1 … N blocks, N + 1 last stage, beyond it early exits. */
    public long blockFlops(int block) {
        return layers.stream()
                .filter(l -> l.block() == block)
                .mapToLong(LayerCost::flops)
                .sum();
    }

    /** Operations of one kind. */
    public long kindFlops(LayerCost.Kind kind) {
        return layers.stream()
                .filter(l -> l.kind() == kind)
                .mapToLong(LayerCost::flops)
                .sum();
    }
}
