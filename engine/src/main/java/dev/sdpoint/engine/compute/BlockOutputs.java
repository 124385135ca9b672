package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.inference.BlockMap;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which layers of a plan are the outputs of its blocks, and their activations as feature maps. */
final class BlockOutputs {
    private final NetworkPlan plan;

    BlockOutputs(NetworkPlan plan) {
        this.plan = plan;
    }

    /**
     * Reads the maps of all blocks that ran.
     *
     * @param forward has run the layers of the instance on one image
     */
    FeatureMaps read(SharedForward forward, Instance instance) {
        Map<String, Integer> sides = plan.sides(instance);
        Set<String> active = plan.active(instance);
        List<BlockMap> maps = new ArrayList<>();
        for (LayerSpec layer : plan.layers()) {
            if (layer.point() > 0 && active.contains(layer.name())) {
                int side = sides.getOrDefault(layer.name(), 0);
                maps.add(map(layer.point(), layer.outChannels(), side, forward.kept(layer.name())));
            }
        }
        lastOf(instance).ifPresent(layer -> {
            int side = sides.getOrDefault(layer.name(), 0);
            maps.add(map(plan.points() + 1, layer.outChannels(), side, forward.kept(layer.name())));
        });
        return new FeatureMaps(instance, maps);
    }

    /** What the last classifier reads the means of; nothing for an early exit. */
    private Optional<LayerSpec> lastOf(Instance instance) {
        String output = plan.output(Instance.FULL);
        if (!plan.output(instance).equals(output)) {
            return Optional.empty();
        }
        String pool = layer(output).inputs().get(0);
        return Optional.of(layer(layer(pool).inputs().get(0)));
    }

    private LayerSpec layer(String name) {
        return plan.layers().stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer " + name));
    }

    /** Channels come last in the graph and first in a map. */
    private static BlockMap map(int block, int channels, int side, float[] channelsLast) {
        float[] values = new float[channelsLast.length];
        int area = side * side;
        for (int position = 0; position < area; position++) {
            for (int c = 0; c < channels; c++) {
                values[c * area + position] = channelsLast[position * channels + c];
            }
        }
        return new BlockMap(block, channels, side, values);
    }
}
