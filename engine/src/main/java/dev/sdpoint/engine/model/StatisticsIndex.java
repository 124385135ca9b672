package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the batch-norm statistics of each instance lie in {@code statistics.f32}: instance by instance, of each its layers in
 * the order of the network, of each layer all means and then all variances. The full network has all layers, an instance
 * those after its point, an early exit those of its branch. Computed like {@link WeightIndex}.
 *
 * @param layers batch-norm layers in the order of the network
 * @param own layers of which each instance has statistics of its own; the instances in the order of the space
 * @param values floats in all
 */
record StatisticsIndex(List<LayerSpec.BatchNorm> layers, Map<Instance, List<LayerSpec.BatchNorm>> own, long values) {
    static StatisticsIndex of(NetworkPlan plan, InstanceSpace space) {
        List<LayerSpec.BatchNorm> layers = plan.layers().stream()
                .filter(LayerSpec.BatchNorm.class::isInstance)
                .map(LayerSpec.BatchNorm.class::cast)
                .toList();
        Map<Instance, List<LayerSpec.BatchNorm>> lists = new HashMap<>();
        Map<Instance, List<LayerSpec.BatchNorm>> own = new LinkedHashMap<>();
        for (Instance instance : space.instances()) {
            own.put(instance, lists.computeIfAbsent(anyRatio(instance), plan::ownStatistics));
        }
        long values = own.values().stream().mapToLong(StatisticsIndex::values).sum();
        return new StatisticsIndex(layers, own, values);
    }

    /** The same for all instances that have their own layers in common: a foreign file may list thousands of ratios. */
    private static Instance anyRatio(Instance instance) {
        if (instance instanceof Instance.Downsampled) {
            return new Instance.Downsampled(instance.point(), 0.5);
        }
        return instance instanceof Instance.ResizedInput ? Instance.FULL : instance;
    }

    /** In the order of the space. */
    List<Instance> instances() {
        return List.copyOf(own.keySet());
    }

    /** The layers whose statistics an instance keeps for itself. */
    List<LayerSpec.BatchNorm> layersOf(Instance instance) {
        return own.getOrDefault(instance, List.of());
    }

    private static long values(List<LayerSpec.BatchNorm> layers) {
        return layers.stream().mapToLong(l -> 2L * l.outChannels()).sum();
    }

    void describe(ObjectNode node) {
        ArrayNode layerList = node.putArray("layers");
        layers.forEach(l -> layerList.addObject().put("name", l.name()).put("channels", l.outChannels()));
        ArrayNode instanceList = node.putArray("instances");
        long offset = 0;
        for (Instance instance : instances()) {
            List<LayerSpec.BatchNorm> mine = layersOf(instance);
            instanceList
                    .addObject()
                    .put("point", instance.point())
                    .put("ratio", instance.ratio())
                    .put("offset", offset)
                    .put("firstLayer", firstLayer(mine))
                    .put("layers", mine.size()); // so many from the first one on, in the order of the list
            offset += values(mine);
        }
    }

    private int firstLayer(List<LayerSpec.BatchNorm> mine) {
        return mine.isEmpty() ? 0 : layers.indexOf(mine.get(0));
    }

    /** Throws IllegalArgumentException if a file's index is another. */
    void requireSame(Fields node) {
        List<Fields> layerList = node.list("layers");
        List<Fields> instanceList = node.list("instances");
        requireCounts(layerList.size(), instanceList.size());
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec.BatchNorm layer = layers.get(i);
            Fields found = layerList.get(i);
            if (!found.text("name").equals(layer.name()) || found.integer("channels") != layer.outChannels()) {
                throw new IllegalArgumentException("its statistics are not of " + layer.name() + " with "
                        + layer.outChannels() + " channels where the network has that layer");
            }
        }
        long offset = 0;
        List<Instance> instances = instances();
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get(i);
            List<LayerSpec.BatchNorm> mine = layersOf(instance);
            Fields found = instanceList.get(i);
            if (found.integer("point") != instance.point()
                    || found.number("ratio") != instance.ratio()
                    || found.integer("layers") != mine.size()
                    || found.integer("firstLayer") != firstLayer(mine)
                    || found.whole("offset") != offset) {
                throw new IllegalArgumentException("its statistics of " + instance.label() + " are not the "
                        + mine.size() + " layers from value " + offset + " on");
            }
            offset += values(mine);
        }
    }

    private void requireCounts(int layerCount, int instanceCount) {
        if (layerCount != layers.size() || instanceCount != own.size()) {
            throw new IllegalArgumentException("it has statistics of " + instanceCount + " instances and " + layerCount
                    + " layers; the network has " + own.size() + " and " + layers.size());
        }
    }

    byte[] encode(StatisticsBank bank) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(Math.multiplyExact(values, Float.BYTES)))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (Instance instance : instances()) {
            for (LayerSpec.BatchNorm layer : layersOf(instance)) {
                ChannelStatistics statistics = bank.of(instance, layer.name())
                        .orElseThrow(() -> new IllegalArgumentException("it lacks statistics of " + layer.name()));
                for (float mean : statistics.mean()) {
                    buffer.putFloat(mean);
                }
                for (float variance : statistics.variance()) {
                    buffer.putFloat(variance);
                }
            }
        }
        return buffer.array();
    }

    /** The statistics in bytes whose length was found right. */
    StatisticsBank decode(byte[] bytes) {
        Map<String, ChannelStatistics> full = new LinkedHashMap<>();
        Map<Instance, Map<String, ChannelStatistics>> others = new LinkedHashMap<>();
        long offset = 0;
        for (Instance instance : instances()) {
            Map<String, ChannelStatistics> mine = new LinkedHashMap<>();
            for (LayerSpec.BatchNorm layer : layersOf(instance)) {
                int channels = layer.outChannels();
                float[] mean = FloatArrays.fromBytes(bytes, offset, channels);
                float[] variance = FloatArrays.fromBytes(bytes, offset + channels, channels);
                mine.put(layer.name(), new ChannelStatistics(mean, variance));
                offset += 2L * channels;
            }
            if (instance instanceof Instance.FullResolution) {
                full.putAll(mine);
            } else {
                others.put(instance, mine);
            }
        }
        return new StatisticsBank(full, others);
    }
}
