package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;

/**
 * Brings manifests of older versions of the format to the newest, version by version, so that one reader suffices. The arrays
 * beside the manifest are the same in all versions. Methods throw IllegalArgumentException with what is wrong.
 */
final class ManifestMigration {
    private static final String FAMILY = "wide-resnet";

    private ManifestMigration() {}

    /**
     * The manifest as the newest version writes it.
     *
     * @param version of the format that it has
     */
    static Fields toNewest(JsonNode manifest, int version) {
        Fields fields = Fields.of(manifest);
        return version < 2 ? Fields.of(fromVersion1(fields)) : fields;
    }

    /**
     * Version 1 knew Wide ResNets alone, by depth and width, without dropout or stochastic depth; all points at some ratios; and
     * statistics that always reach to the last layer.
     */
    private static ObjectNode fromVersion1(Fields old) {
        ObjectNode manifest = Json.object();
        old.object().properties().forEach(field -> manifest.set(field.getKey(), field.getValue()));
        manifest.set("architecture", architecture(old.in("architecture")));
        manifest.set("instances", instances(old.in("instances")));
        manifest.set("statistics", statistics(old.in("statistics")));
        return manifest;
    }

    private static ObjectNode architecture(Fields old) {
        if (!old.text("family").equals(FAMILY)) {
            throw new IllegalArgumentException(
                    "this program knows no family of networks of that name; it knows \"" + FAMILY + "\"");
        }
        WideResNet network =
                new WideResNet(old.integer("depth"), old.integer("width"), old.integer("classes"), old.integer("side"));
        return ArchitectureFields.describe(network);
    }

    private static ObjectNode instances(Fields old) {
        int points = old.integer("points");
        List<Double> ratios = old.numbers("ratios");
        ArchitectureFields.requireFew(1 + (long) points * ratios.size());
        InstanceSpace space = InstanceSpace.of(points, ratios);
        if (!space.ratios().equals(ratios)) {
            throw new IllegalArgumentException("its ratios are not distinct and ascending");
        }
        return ArchitectureFields.describe(space);
    }

    private static ObjectNode statistics(Fields old) {
        int all = old.list("layers").size();
        ObjectNode statistics = Json.object();
        statistics.set("layers", old.object().path("layers"));
        ArrayNode rows = statistics.putArray("instances");
        for (Fields instance : old.list("instances")) {
            ObjectNode row = rows.addObject();
            instance.object().properties().forEach(field -> row.set(field.getKey(), field.getValue()));
            int layers = instance.integer("layers");
            row.put("firstLayer", layers == 0 ? 0 : all - layers);
        }
        return statistics;
    }
}
