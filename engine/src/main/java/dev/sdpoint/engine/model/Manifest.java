package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code manifest.json}: all of a model that people can read, and the index of the numbers that they cannot.
 *
 * @param network architecture; plan, counts and lengths follow from it
 * @param space instances
 * @param classNames in the order of the classifier
 * @param normalization of input pixels
 * @param sweep scores
 * @param record training record
 * @param weights index that the file was found to have
 * @param statistics index that the file was found to have
 * @param outcomeImages images of the recorded outcomes
 */
record Manifest(
        NetworkSpec network,
        InstanceSpace space,
        List<String> classNames,
        Normalization normalization,
        Sweep sweep,
        TrainingRecord record,
        WeightIndex weights,
        StatisticsIndex statistics,
        int outcomeImages) {
    static Manifest of(SdpModel model) {
        NetworkPlan plan = model.network().plan();
        return new Manifest(
                model.network(),
                model.space(),
                model.classNames(),
                model.normalization(),
                model.sweep(),
                model.record(),
                WeightIndex.of(plan),
                StatisticsIndex.of(plan, model.space()),
                model.outcomes().outcomes().images());
    }

    ObjectNode write() {
        ObjectNode root = Json.object();
        ArchitectureFields.write(root, network, space);
        classNames.forEach(root.putArray("classes")::add);
        ObjectNode pixels = root.putObject("normalization");
        addAll(pixels.putArray("mean"), normalization.mean());
        addAll(pixels.putArray("deviation"), normalization.deviation());
        writeSweep(root.putObject("sweep"));
        writeRecord(root.putObject("training"));
        root.putObject("outcomes").put("instances", space.size()).put("images", outcomeImages);
        weights.describe(root.putArray("parameters"));
        statistics.describe(root.putObject("statistics"));
        return root;
    }

    private void writeSweep(ObjectNode node) {
        node.put("images", sweep.images());
        ArrayNode scores = node.putArray("scores");
        for (InstanceScore score : sweep.scores()) {
            ObjectNode row = scores.addObject()
                    .put("point", score.instance().point())
                    .put("ratio", score.instance().ratio())
                    .put("flops", score.flops())
                    .put("relativeCost", score.relativeCost())
                    .put("top1Error", score.top1Error())
                    .put("top5Error", score.top5Error())
                    .put("loss", score.loss());
            if (Double.isNaN(score.millisPerImage())) {
                row.putNull("millisPerImage");
            } else {
                row.put("millisPerImage", score.millisPerImage());
            }
        }
    }

    private void writeRecord(ObjectNode node) {
        node.put("method", record.method())
                .put("dataTitle", record.dataTitle())
                .put("dataFingerprint", record.dataFingerprint())
                .put("epochs", record.epochs())
                .put("seconds", record.seconds())
                .put("finishedAt", record.finishedAt());
        putSorted(node.putObject("settings"), record.settings());
        putSorted(node.putObject("versions"), record.versions());
        record.history().ifPresent(history -> node.set("run", RunHistoryJson.write(history)));
    }

    private static void putSorted(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(node::put); // an immutable map's own order changes from run to run
    }

    private static void addAll(ArrayNode array, float[] values) {
        for (float value : values) {
            array.add(value);
        }
    }

    /**
     * Reads and checks a manifest against the lengths of the entries it describes, before anything is allocated for them.
     *
     * @param weightBytes length of {@code weights.f32}
     * @param statisticsBytes length of {@code statistics.f32}
     * @throws IllegalArgumentException with what is wrong
     */
    static Manifest read(Fields root, long weightBytes, long statisticsBytes) {
        NetworkSpec network = ArchitectureFields.readNetwork(root.in("architecture"));
        NetworkPlan plan = network.plan();
        WeightIndex weights = WeightIndex.of(plan);
        requireBytes("weights", network, weights.values(), weightBytes);
        InstanceSpace space = ArchitectureFields.readSpace(root.in("instances"), network);
        StatisticsIndex statistics = StatisticsIndex.of(plan, space);
        requireBytes("statistics", network, statistics.values(), statisticsBytes);
        weights.requireSame(root.list("parameters"));
        statistics.requireSame(root.in("statistics"));
        Fields pixels = root.in("normalization");
        Fields outcomes = root.in("outcomes");
        if (outcomes.integer("instances") != space.size() || outcomes.integer("images") < 1) {
            throw new IllegalArgumentException("it has outcomes of " + outcomes.integer("instances")
                    + " instances and " + outcomes.integer("images") + " images; the network has " + space.size()
                    + " instances");
        }
        return new Manifest(
                network,
                space,
                root.texts("classes"),
                new Normalization(pixels.floats("mean"), pixels.floats("deviation")),
                readSweep(root.in("sweep")),
                readRecord(root.in("training")),
                weights,
                statistics,
                outcomes.integer("images"));
    }

    private static void requireBytes(String what, NetworkSpec network, long values, long bytes) {
        if (bytes != values * Float.BYTES) {
            throw new IllegalArgumentException(
                    "it has " + bytes + " bytes of " + what + "; " + network.name() + " needs " + values * Float.BYTES);
        }
    }

    private static Sweep readSweep(Fields node) {
        List<InstanceScore> scores = new ArrayList<>();
        for (Fields row : node.list("scores")) {
            scores.add(new InstanceScore(
                    Instance.of(row.integer("point"), row.number("ratio")),
                    row.whole("flops"),
                    row.number("relativeCost"),
                    row.number("top1Error"),
                    row.number("top5Error"),
                    row.number("loss"),
                    row.numberOrNull("millisPerImage")));
        }
        return new Sweep(node.integer("images"), scores);
    }

    private static TrainingRecord readRecord(Fields node) {
        return new TrainingRecord(
                node.text("method"),
                node.text("dataTitle"),
                node.text("dataFingerprint"),
                node.integer("epochs"),
                node.number("seconds"),
                node.text("finishedAt"),
                node.textsByName("settings"),
                node.textsByName("versions"),
                node.has("run") ? Optional.of(RunHistoryJson.read(node.in("run"))) : Optional.empty());
    }
}
