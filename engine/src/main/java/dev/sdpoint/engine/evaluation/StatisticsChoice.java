package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** With which batch-norm statistics a trained network is evaluated (paper §3.3 and its "uniform BN" baseline). */
public enum StatisticsChoice {
    /** Every instance with statistics of its own, calibrated after training. */
    INSTANCE,
    /** All instances with the running averages of training, which mix the instances that were drawn. */
    UNIFORM,
    /** All instances with the full network's statistics: nothing is calibrated anew after downsampling. */
    NONE;

    /** Name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The statistics to evaluate with.
     *
     * @param plan of the network
     * @param space its instances
     * @param weights with the running averages of training
     * @param bank calibrated statistics of all instances
     * @throws IllegalArgumentException if the weights or the bank lack a layer
     */
    public StatisticsBank bank(NetworkPlan plan, InstanceSpace space, NamedWeights weights, StatisticsBank bank) {
        if (this == INSTANCE) {
            return bank;
        }
        Map<Instance, Map<String, ChannelStatistics>> own = new LinkedHashMap<>();
        List<Instance> instances = space.instances();
        for (Instance instance : instances) {
            Map<String, ChannelStatistics> layers = new HashMap<>();
            for (LayerSpec.BatchNorm layer : plan.ownStatistics(instance)) {
                layers.put(
                        layer.name(), this == UNIFORM ? running(layer, weights) : uncalibrated(layer, instance, bank));
            }
            own.put(instance, layers);
        }
        Map<String, ChannelStatistics> full = own.remove(Instance.FULL);
        return new StatisticsBank(full == null ? Map.of() : full, own);
    }

    private static ChannelStatistics running(LayerSpec.BatchNorm layer, NamedWeights weights) {
        return new ChannelStatistics(
                weights.get(layer.name() + "/runningMean", layer.outChannels()),
                weights.get(layer.name() + "/runningVariance", layer.outChannels()));
    }

    /** The full network's statistics, but a branch that it does not run keeps its own: nothing is downsampled before it. */
    private static ChannelStatistics uncalibrated(LayerSpec.BatchNorm layer, Instance instance, StatisticsBank bank) {
        return bank.of(Instance.FULL, layer.name())
                .or(() -> bank.of(instance, layer.name()))
                .orElseThrow(() -> new IllegalArgumentException("the bank has no statistics of " + layer.name()));
    }
}
