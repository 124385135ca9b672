package dev.sdpoint.engine.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about a plan, answered by walking its layers. */
final class PlanQueries {
    private PlanQueries() {}

    /** The layers of a block, exits included. */
    static List<LayerSpec> block(NetworkPlan plan, int block) {
        return plan.layers().stream().filter(l -> l.block() == block).toList();
    }

    /** Layers by name. */
    static Map<String, LayerSpec> byName(NetworkPlan plan) {
        Map<String, LayerSpec> layers = new LinkedHashMap<>();
        plan.layers().forEach(l -> layers.put(l.name(), l));
        return layers;
    }

    /** A layer and all that it depends on, the image left out. */
    static Set<String> needs(NetworkPlan plan, String layer) {
        Map<String, LayerSpec> layers = byName(plan);
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(layer));
        while (!open.isEmpty()) {
            LayerSpec next = layers.get(open.pop());
            if (next != null && found.add(next.name())) {
                open.addAll(next.inputs());
            }
        }
        return found;
    }
}
