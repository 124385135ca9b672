package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The architecture and the instances of a manifest: an architecture is its name with its sizes, and the instances are listed. */
final class ArchitectureFields {
    private static final int MAX_INSTANCES = 10_000;
    private static final Pattern NAME = Pattern.compile("[\\w.+-]{1,60}");

    private ArchitectureFields() {}

    static void write(ObjectNode root, NetworkSpec network, InstanceSpace space) {
        root.set("architecture", describe(network));
        root.set("instances", describe(space));
    }

    static ObjectNode describe(NetworkSpec network) {
        return Json.object()
                .put("name", network.name())
                .put("classes", network.classes())
                .put("side", network.side())
                .put("dropout", network.regularization().dropout())
                .put("survival", network.regularization().survival());
    }

    static ObjectNode describe(InstanceSpace space) {
        ObjectNode instances = Json.object().put("points", space.points());
        ArrayNode list = instances.putArray("list");
        for (Instance instance : space.instances()) {
            list.addObject().put("point", instance.point()).put("ratio", instance.ratio());
        }
        return instances;
    }

    /** Throws IllegalArgumentException with what is wrong. */
    static NetworkSpec readNetwork(Fields node) {
        String name = node.text("name");
        if (!NAME.matcher(name).matches()) { // it would stand in a message
            throw new IllegalArgumentException(
                    "the name of its architecture is empty, longer than 60 letters or has other signs than letters, digits, - and +");
        }
        NetworkSpec bare = NetworkNames.parse(name, node.integer("classes"), node.integer("side"));
        return bare.with(new Regularization(node.number("dropout"), node.number("survival")));
    }

    /** Throws IllegalArgumentException with what is wrong. */
    static InstanceSpace readSpace(Fields node, NetworkSpec network) {
        if (node.integer("points") != network.points()) {
            throw new IllegalArgumentException("it has " + node.integer("points") + " downsampling points; "
                    + network.name() + " has " + network.points());
        }
        List<Fields> list = node.list("list");
        requireFew(list.size());
        List<Instance> instances = new ArrayList<>();
        for (Fields item : list) {
            instances.add(Instance.of(item.integer("point"), item.number("ratio")));
        }
        InstanceSpace space = new InstanceSpace(network.points(), instances);
        space.instances().forEach(network.plan()::require); // exits, which a space knows nothing of
        return space;
    }

    /** Throws IllegalArgumentException if there are more instances than a file may have. */
    static void requireFew(long instances) {
        if (instances > MAX_INSTANCES) {
            throw new IllegalArgumentException(
                    "it has " + instances + " instances; up to " + MAX_INSTANCES + " are read");
        }
    }
}
