package dev.sdpoint.engine.cost;

import dev.sdpoint.engine.cost.LayerCost.Kind;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.NormRelu;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Counts floating-point operations of instances. Per layer: convolution {@code out² · c_out · 2·k²·c_in}; linear {@code 2·W +
 * b}; batch norm 2 and ReLU 1 per element; addition 1 per element; pooling 1 per covered input element. The SDPoint pooling
 * is counted too, which the authors' counter leaves out. Immutable and thread-safe.
 */
public final class CostModel {
    private final NetworkPlan plan;
    private final long fullFlops;

    public CostModel(NetworkPlan plan) {
        this.plan = plan;
        this.fullFlops = breakdown(Instance.FULL).totalFlops();
    }

    /** Operations and relative cost of an instance. */
    public InstanceCost cost(Instance instance) {
        long flops = breakdown(instance).totalFlops();
        return new InstanceCost(instance, flops, (double) flops / fullFlops);
    }

    /** Costs of all instances in the order of the space. */
    public List<InstanceCost> costs(InstanceSpace space) {
        return space.instances().stream().map(this::cost).toList();
    }

    /**
     * Every term of an instance's cost.
     *
     * @throws IllegalArgumentException if the network has no such point
     */
    public CostBreakdown breakdown(Instance instance) {
        if (instance.point() > plan.points()) {
            throw new IllegalArgumentException(
                    "point " + instance.point() + " does not exist: the network has points 1 … " + plan.points());
        }
        Map<String, Integer> sides = plan.sides(instance);
        List<LayerCost> terms = new ArrayList<>();
        for (LayerSpec layer : plan.layers()) {
            int in = sides.getOrDefault(layer.inputs().get(0), plan.side());
            int out = sides.getOrDefault(layer.name(), 1);
            count(terms, layer, in, out);
        }
        return new CostBreakdown(instance, terms);
    }

    private static void count(List<LayerCost> terms, LayerSpec layer, int in, int out) {
        long channels = layer.outChannels();
        long inElements = (long) in * in * channels;
        if (layer instanceof Convolution c) {
            long perOutput = 2L * c.kernel() * c.kernel() * c.inChannels();
            terms.add(term(layer, Kind.CONVOLUTION, (long) out * out * channels * perOutput, out));
        } else if (layer instanceof NormRelu) {
            terms.add(term(layer, Kind.BATCH_NORM, 2 * inElements, out));
            terms.add(term(layer, Kind.RELU, inElements, out));
        } else if (layer instanceof ResidualAdd) {
            terms.add(term(layer, Kind.RESIDUAL_ADD, inElements, in));
            if (out != in) {
                long covered = AdaptiveBins.of(in, out).coveredElements();
                terms.add(term(layer, Kind.DOWNSAMPLING, covered * covered * channels, out));
            }
        } else if (layer instanceof GlobalAveragePool) {
            terms.add(term(layer, Kind.POOL, inElements, 1));
        } else if (layer instanceof Classifier c) {
            terms.add(term(layer, Kind.LINEAR, (2L * c.inChannels() + 1) * channels, 1));
        }
    }

    private static LayerCost term(LayerSpec layer, Kind kind, long flops, int side) {
        return new LayerCost(layer.name(), layer.block(), kind, flops, side);
    }
}
