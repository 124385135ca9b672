package dev.sdpoint.engine.cost;

import dev.sdpoint.engine.cost.LayerCost.Kind;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.LayerSpec.AveragePool;
import dev.sdpoint.engine.network.LayerSpec.BatchNorm;
import dev.sdpoint.engine.network.LayerSpec.Classifier;
import dev.sdpoint.engine.network.LayerSpec.Concatenation;
import dev.sdpoint.engine.network.LayerSpec.Convolution;
import dev.sdpoint.engine.network.LayerSpec.DownsamplingPoint;
import dev.sdpoint.engine.network.LayerSpec.GlobalAveragePool;
import dev.sdpoint.engine.network.LayerSpec.MaxPool;
import dev.sdpoint.engine.network.LayerSpec.Relu;
import dev.sdpoint.engine.network.LayerSpec.ResidualAdd;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts floating-point operations of instances. Per layer: convolution {@code out² · c_out · 2·k²·c_in / groups}; linear {@code 2·W +
 * b}; batch norm 2 and ReLU 1 per element; addition 1 per element; ordinary pooling k² per output element, adaptive
 * and global pooling 1 per covered input element. The SDPoint pooling is counted too, which the authors' counter leaves out. Immutable and thread-safe.
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
        Map<String, Integer> sides = plan.sides(instance);
        Set<String> active = plan.active(instance);
        List<LayerCost> terms = new ArrayList<>();
        for (LayerSpec layer : plan.layers()) {
            if (active.contains(layer.name())) {
                int in = sides.getOrDefault(layer.inputs().get(0), plan.side());
                int out = sides.getOrDefault(layer.name(), 1);
                count(terms, layer, in, out, layer.point() > 0 && instance.downsamplesAt(layer.point()));
            }
        }
        return new CostBreakdown(instance, terms);
    }

    private static void count(List<LayerCost> terms, LayerSpec layer, int in, int out, boolean here) {
        long channels = layer.outChannels();
        long inElements = (long) in * in * channels;
        if (layer instanceof Convolution c) {
            terms.add(term(layer, Kind.CONVOLUTION, 2L * out * out * c.weights(), out));
        } else if (layer instanceof BatchNorm norm) {
            terms.add(term(layer, Kind.BATCH_NORM, 2 * inElements, out));
            if (norm.relu()) {
                terms.add(term(layer, Kind.RELU, inElements, out));
            }
        } else if (layer instanceof Relu) {
            terms.add(term(layer, Kind.RELU, inElements, out));
        } else if (layer instanceof ResidualAdd) {
            terms.add(term(layer, Kind.RESIDUAL_ADD, inElements, in));
            downsampling(terms, layer, in, out);
        } else if (layer instanceof Concatenation || layer instanceof DownsamplingPoint) {
            downsampling(terms, layer, in, out);
        } else if (layer instanceof MaxPool pool) {
            if (here) {
                downsampling(terms, layer, in, out);
            } else {
                terms.add(term(layer, Kind.POOL, (long) out * out * pool.kernel() * pool.kernel() * channels, out));
            }
        } else if (layer instanceof AveragePool pool) {
            terms.add(term(layer, Kind.POOL, (long) out * out * pool.kernel() * pool.kernel() * channels, out));
        } else if (layer instanceof GlobalAveragePool) {
            terms.add(term(layer, Kind.POOL, inElements, 1));
        } else if (layer instanceof Classifier c) {
            terms.add(term(layer, Kind.LINEAR, (2L * c.inChannels() + 1) * channels, 1));
        }
    }

    /** One operation per covered input element of every output, where the sides differ. */
    private static void downsampling(List<LayerCost> terms, LayerSpec layer, int in, int out) {
        if (out != in) {
            long covered = AdaptiveBins.of(in, out).coveredElements();
            terms.add(term(layer, Kind.DOWNSAMPLING, covered * covered * layer.outChannels(), out));
        }
    }

    private static LayerCost term(LayerSpec layer, Kind kind, long flops, int side) {
        return new LayerCost(layer.name(), layer.block(), kind, flops, side);
    }
}
