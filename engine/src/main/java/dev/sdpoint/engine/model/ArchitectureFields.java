package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The architecture and the instances of a manifest. Since version 2 of the format an architecture is its name with its sizes,
 * and the instances are listed; version 1 knew Wide ResNets alone, and all points at some ratios.
 */
final class ArchitectureFields {
    private static final String VERSION_1_FAMILY = "wide-resnet";
    private static final int MAX_INSTANCES = 10_000;
    private static final Pattern NAME = Pattern.compile("[\\w.+-]{1,60}");

    private ArchitectureFields() {}

    static void write(ObjectNode root, NetworkSpec network, InstanceSpace space) {
        root.putObject("architecture")
                .put("name", network.name())
                .put("classes", network.classes())
                .put("side", network.side())
                .put("dropout", network.regularization().dropout())
                .put("survival", network.regularization().survival());
        ObjectNode instances = root.putObject("instances").put("points", space.points());
        ArrayNode list = instances.putArray("list");
        for (Instance instance : space.instances()) {
            list.addObject().put("point", instance.point()).put("ratio", instance.ratio());
        }
    }

    /** Throws IllegalArgumentException with what is wrong. */
    static NetworkSpec readNetwork(Fields node) {
        if (node.has("family")) {
            return readVersion1(node);
        }
        String name = node.text("name");
        if (!NAME.matcher(name).matches()) { // it would stand in a message
            throw new IllegalArgumentException(
                    "the name of its architecture is empty, longer than 60 letters or has other signs than letters, digits, - and +");
        }
        NetworkSpec bare = NetworkNames.parse(name, node.integer("classes"), node.integer("side"));
        return bare.with(new Regularization(node.number("dropout"), node.number("survival")));
    }

    private static NetworkSpec readVersion1(Fields node) {
        if (!node.text("family").equals(VERSION_1_FAMILY)) {
            throw new IllegalArgumentException(
                    "this program knows no family of networks of that name; it knows \"" + VERSION_1_FAMILY + "\"");
        }
        return new WideResNet(
                node.integer("depth"), node.integer("width"), node.integer("classes"), node.integer("side"));
    }

    /** Throws IllegalArgumentException with what is wrong. */
    static InstanceSpace readSpace(Fields node, NetworkSpec network) {
        if (node.integer("points") != network.points()) {
            throw new IllegalArgumentException("it has " + node.integer("points") + " downsampling points; "
                    + network.name() + " has " + network.points());
        }
        if (node.has("ratios")) {
            List<Double> ratios = node.numbers("ratios");
            requireFew(1 + (long) network.points() * ratios.size());
            InstanceSpace space = InstanceSpace.of(network.points(), ratios);
            if (!space.ratios().equals(ratios)) {
                throw new IllegalArgumentException("its ratios are not distinct and ascending");
            }
            return space;
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

    private static void requireFew(long instances) {
        if (instances > MAX_INSTANCES) {
            throw new IllegalArgumentException(
                    "it has " + instances + " instances; up to " + MAX_INSTANCES + " are read");
        }
    }
}
