package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Batch-norm statistics of every instance (paper §3.3). Layers before an instance's point see what they see in the full
 * network, so an instance stores only the layers after its point and shares the rest. Immutable.
 *
 * @param full statistics of the full network, by layer name
 * @param own per downsampled instance the statistics of the layers after its point, by layer name
 */
public record StatisticsBank(Map<String, ChannelStatistics> full, Map<Instance, Map<String, ChannelStatistics>> own) {
    public StatisticsBank {
        full = Map.copyOf(full);
        Map<Instance, Map<String, ChannelStatistics>> copy = new LinkedHashMap<>();
        own.forEach((instance, statistics) -> copy.put(instance, Map.copyOf(statistics)));
        own = java.util.Collections.unmodifiableMap(copy);
    }

    /** The statistics of a layer under an instance; empty if the instance was never calibrated. */
    public Optional<ChannelStatistics> of(Instance instance, String layer) {
        if (instance instanceof Instance.FullResolution) {
            return Optional.ofNullable(full.get(layer));
        }
        Map<String, ChannelStatistics> after = own.get(instance);
        if (after == null) {
            return Optional.empty();
        }
        ChannelStatistics mine = after.get(layer);
        return Optional.ofNullable(mine != null ? mine : full.get(layer));
    }

    /** All statistics of an instance by layer name. */
    public Map<String, ChannelStatistics> all(Instance instance) {
        Map<String, ChannelStatistics> all = new HashMap<>(full);
        all.putAll(own.getOrDefault(instance, Map.of()));
        return all;
    }

    /** Whether the instance has statistics. */
    public boolean covers(Instance instance) {
        return instance instanceof Instance.FullResolution ? !full.isEmpty() : own.containsKey(instance);
    }
}
