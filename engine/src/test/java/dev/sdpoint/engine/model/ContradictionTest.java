package dev.sdpoint.engine.model;

import static dev.sdpoint.engine.model.Refusals.allocationOfRefusal;
import static dev.sdpoint.engine.model.Refusals.assertRefused;
import static dev.sdpoint.engine.model.Refusals.entries;
import static dev.sdpoint.engine.model.Refusals.sealed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose seal is right and whose contents are wrong, as a buggy or malicious writer makes them. */
final class ContradictionTest {
    private static final float NO_NUMBER = Float.NaN;

    static Stream<Arguments> manifests() {
        return Stream.of(
                // architecture
                change("no architecture", m -> m.remove("architecture"), "lacks \"architecture\""),
                change("unknown family", m -> rename(m, "alexnet"), "no network is called \"alexnet\""),
                change("impossible depth", m -> rename(m, "wrn-11-1"), "depth 11 is not 6n + 4"),
                change("another depth", m -> rename(m, "wrn-16-1"), "bytes of weights; wrn-16-1 needs"),
                change("another family", m -> rename(m, "densenet-bc-10-12"), "; densenet-bc-10-12 needs"),
                change("more exits", m -> rename(m, "wrn-10-1+exits-1"), "; wrn-10-1+exits-1 needs"),
                change("exits of exits", m -> rename(m, "wrn-10-1+exits-1+exits-1"), "has early exits already"),
                change("absurd depth", m -> rename(m, "wrn-9999-1"), "depth 9999"),
                change("a name of a million letters", m -> rename(m, "x".repeat(1_000_000)), "longer than 60 letters"),
                change("a name with controls", m -> rename(m, "wrn-10-1\n"), "other signs than letters"),
                change("no name", m -> at(m, "architecture").remove("name"), "lacks \"architecture.name\""),
                change("a name that is no text", m -> at(m, "architecture").put("name", 1), "is not a text"),
                change("absurd side", m -> at(m, "architecture").put("side", 2_000_000_000), "side 2000000000"),
                change("a side that it cannot take", m -> at(m, "architecture").put("side", 30), "side 30 is not"),
                change("fractional classes", m -> at(m, "architecture").put("classes", 1.5), "is not a whole number"),
                change("classes as text", m -> at(m, "architecture").put("classes", "10"), "is not a whole number"),
                change("side beyond int", m -> at(m, "architecture").put("side", 1L << 32 | 32), "not a whole number"),
                change("dropout of everything", m -> at(m, "architecture").put("dropout", 1), "dropout rate 1.0"),
                change("survival of nothing", m -> at(m, "architecture").put("survival", 0), "probability 0.0"),
                change("no survival", m -> at(m, "architecture").remove("survival"), "\"architecture.survival\""),
                change("dropout where it has no place", m -> dropoutInResNet(m), "no dropout within its blocks"),
                change("more classes", m -> at(m, "architecture").put("classes", 11), "bytes of weights"),
                change("a class name too few", m -> list(m, "classes").remove(0), "9 class names do not go with 10"),
                change("a class without name", m -> list(m, "classes").set(3, " "), "the name of class 3"),
                change("a class name with controls", m -> list(m, "classes").set(3, "a\u0007"), "the name of class 3"),
                change("a class that is no text", m -> list(m, "classes").set(3, 3), "is not a list of texts"),
                // instances
                change("more points", m -> at(m, "instances").put("points", 4), "4 downsampling points"),
                change("no list", m -> at(m, "instances").remove("list"), "lacks \"instances.list\""),
                change("no instance", m -> instances(m).removeAll(), "not full resolution"),
                change("full resolution missing", m -> instances(m).remove(0), "not full resolution"),
                change(
                        "full resolution later",
                        m -> instances(m).add(instances(m).remove(0)),
                        "not full resolution"),
                change("an instance too few", m -> instances(m).remove(6), "bytes of statistics"),
                change("a ratio too many", m -> instance(m, 1, 0.8), "bytes of statistics"),
                change("a side of the image too many", m -> instance(m, 0, 0.8), "bytes of statistics"),
                change("an instance twice", m -> instance(m, 2, 0.75), "listed twice"),
                change("a point that it lacks", m -> instance(m, 4, 0.5), "after block 4 · ×0.5 does not exist"),
                change("a negative point", m -> instance(m, -1, 0.5), "point -1 is below 1"),
                change("an exit that it lacks", m -> instance(m, 1, 0), "exit 1 does not exist"),
                change("a negative exit", m -> instance(m, -1, 0), "exit -1 is below 1"),
                change("ratio of one", m -> instance(m, 1, 1), "ratio 1.0 is outside (0, 1)"),
                change("ratio of a percentage", m -> instance(m, 1, 75), "ratio 75.0 is outside (0, 1)"),
                change("negative ratio of the image", m -> instance(m, 0, -0.5), "ratio -0.5 of the image"),
                change(
                        "another ratio",
                        m -> ((ObjectNode) instances(m).path(1)).put("ratio", 0.4),
                        "its statistics of after block 1 · ×0.4 are not"),
                change(
                        "in another order",
                        m -> instances(m).insert(1, instances(m).remove(2)),
                        "its statistics of"),
                change("ten thousand instances", m -> addMany(m), "it has 10006 instances; up to 10000"),
                // pixels
                change("two means", m -> list(m, "normalization", "mean").remove(0), "got 2 and 3"),
                change(
                        "deviation of 0",
                        m -> list(m, "normalization", "deviation").set(0, 0),
                        "above 0"),
                change("infinite mean", m -> list(m, "normalization", "mean").set(0, 1e300), "is not finite"),
                // indexes
                change("a parameter too few", m -> list(m, "parameters").remove(0), "lacks the parameter block1-conv1"),
                change(
                        "a parameter unknown",
                        m -> list(m, "parameters").addObject().put("name", "x"),
                        "a parameter that the network does not know: x"),
                change(
                        "a parameter twice",
                        m -> list(m, "parameters").add(list(m, "parameters").get(0)),
                        "lists the parameter block1-conv1/weights twice"),
                change(
                        "a parameter longer",
                        m -> ((ArrayNode) first(m, "parameters").path("shape")).set(0, 17),
                        "another shape than [16, 16, 3, 3]"),
                change("a parameter elsewhere", m -> first(m, "parameters").put("offset", 4), "begin at value 0"),
                change("statistics of other layers", m -> norm(m, "layers").put("name", "x"), "not of block1-norm1"),
                change("statistics of fewer channels", m -> norm(m, "layers").put("channels", 15), "16 channels"),
                change(
                        "statistics from another layer",
                        m -> norm(m, "instances").put("firstLayer", 1),
                        "not the 7 layers"),
                change("statistics elsewhere", m -> norm(m, "instances").put("offset", 1), "from value 0 on"),
                change(
                        "statistics of fewer layers",
                        m -> norm(m, "instances").put("layers", 6),
                        "are not the 7 layers"),
                change("statistics of another point", m -> norm(m, "instances").put("point", 2), "full resolution"),
                // sweep
                change("no scores", m -> list(m, "sweep", "scores").removeAll(), "a sweep needs images"),
                change("no images", m -> at(m, "sweep").put("images", 0), "a sweep needs images"),
                change("a score too few", m -> list(m, "sweep", "scores").remove(2), "not of the 7 instances"),
                change("a score of another instance", m -> score(m).put("ratio", 0.5), "not of the 7 instances"),
                change("a score of no instance", m -> score(m).put("ratio", 1.5), "ratio 1.5 of the image"),
                change(
                        "cheaper than it is",
                        m -> score(m).put("flops", 5L),
                        "the cost of full resolution is given as 5"),
                change("relatively cheaper", m -> score(m).put("relativeCost", 0.9), "0.9 of the full network"),
                change("error of a percentage", m -> score(m).put("top1Error", 12.0), "are not shares"),
                change("negative error", m -> score(m).put("top5Error", -0.1), "are not shares"),
                change("top-5 above top-1", m -> score(m).put("top1Error", 0.0), "second is no larger"),
                change("negative loss", m -> score(m).put("loss", -1.0), "the loss of full resolution is -1.0"),
                change("loss as text", m -> score(m).put("loss", "NaN"), "is not a number"),
                change("negative time", m -> score(m).put("millisPerImage", -1.0), "-1.0 ms"),
                change("no time at all", m -> score(m).remove("millisPerImage"), "lacks"),
                // record and outcomes
                change("no method", m -> at(m, "training").put("method", ""), "names no method"),
                change("negative epochs", m -> at(m, "training").put("epochs", -1), "-1 epochs"),
                change("negative time", m -> at(m, "training").put("seconds", -1.0), "-1.0 seconds"),
                change("no date", m -> at(m, "training").put("finishedAt", "yesterday"), "\"yesterday\" is no time"),
                change("no session", m -> run(m).put("sessions", 0), "0 sessions"),
                change("negative evaluation", m -> run(m).put("evaluationSeconds", -2.0), "-2.0 seconds"),
                change("no start", m -> run(m).put("startedAt", "today"), "\"today\" is no time"),
                change("no machine", m -> run(m).putArray("machines"), "0 machines"),
                change("a run without threads", m -> machine(m).put("threads", 0), "0 and 2 threads"),
                change("a run that is no object", m -> at(m, "training").put("run", 3), "\"training.run\""),
                change("a setting that is no text", m -> settings(m).put("seed", 7), "\"training.settings.seed\""),
                change("outcomes of no image", m -> at(m, "outcomes").put("images", 0), "and 0 images"),
                change("outcomes of more images", m -> at(m, "outcomes").put("images", 24), "bytes instead of"),
                change(
                        "outcomes of two billion images",
                        m -> at(m, "outcomes").put("images", Integer.MAX_VALUE),
                        "bytes instead of"),
                change("outcomes of fewer instances", m -> at(m, "outcomes").put("instances", 6), "of 6 instances"));
    }

    private static Arguments change(String name, Consumer<ObjectNode> change, String message) {
        return Arguments.of(Named.of(name, change), message);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void refusesAManifestThatContradicts(Consumer<ObjectNode> change, String message) throws IOException {
        assertRefused(sealed(withManifest(change))).contains("is no usable model", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"a\":1,\"a\":2}", "{} {}", "\"text\"", "{\"architecture\":[]}"})
    void refusesAManifestThatIsNone(String manifest) {
        Map<String, byte[]> entries = new LinkedHashMap<>(entries());
        entries.put("manifest.json", manifest.getBytes(UTF_8));
        assertRefused(sealed(entries)).contains("manifest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.f32", "statistics.f32", "outcomes/true-probability.f32"})
    void refusesFloatsThatAreNoNumbers(String name) {
        for (float bad : new float[] {NO_NUMBER, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] values = FloatArrays.fromBytes(entries().getOrDefault(name, new byte[0]));
            values[values.length / 2] = bad;
            assertRefused(with(name, FloatArrays.toBytes(values))).contains("is no usable model");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weights.f32",
                "statistics.f32",
                "outcomes/digests.i64",
                "outcomes/predicted.i16",
                "outcomes/true-probability.f32",
                "outcomes/true-rank.i16"
            })
    void refusesArraysOfAnotherLength(String name) {
        byte[] bytes = entries().getOrDefault(name, new byte[0]);
        for (int length : new int[] {0, bytes.length - 8, bytes.length - 1, bytes.length + 1, bytes.length + 8}) {
            assertRefused(with(name, Arrays.copyOf(bytes, length))).contains("bytes");
        }
    }

    @Test
    void refusesNegativeVariances() {
        byte[] bytes = entries().getOrDefault("statistics.f32", new byte[0]);
        float[] values = FloatArrays.fromBytes(bytes);
        values[16] = -1; // after the 16 means of the first layer come its variances
        assertRefused(with("statistics.f32", FloatArrays.toBytes(values)))
                .contains("block1-norm1 under full resolution hold a negative variance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcomes/predicted.i16", "outcomes/true-rank.i16"})
    void refusesClassesAndRanksThatAreNone(String name) {
        byte[] bytes = entries().getOrDefault(name, new byte[0]);
        for (byte[] bad : new byte[][] {{10, 0}, {-1, -1}}) {
            byte[] changed = bytes.clone();
            System.arraycopy(bad, 0, changed, 4, 2);
            assertRefused(with(name, changed)).contains("outcome 2 is class");
        }
    }

    @Test
    void refusesProbabilitiesAboveOne() {
        float[] values = FloatArrays.fromBytes(entries().getOrDefault("outcomes/true-probability.f32", new byte[0]));
        values[3] = 1.01f;
        assertRefused(with("outcomes/true-probability.f32", FloatArrays.toBytes(values)))
                .contains("outcome 3 has probability 1.01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrn-1000-64",
                "densenet-bc-1000-256",
                "wrn-1000-64+exits-8",
                "resnext-152-128x256d",
                "preresnet-200"
            })
    void allocatesLittleForAnAbsurdArchitecture(String name) throws IOException {
        byte[] file = sealed(withManifest(m -> rename(m, name)));
        assertRefused(file).contains(name + " needs");
        assertThat(allocationOfRefusal(file)).isLessThan(32 << 20);
    }

    @Test
    void allocatesLittleForTenThousandInstances() throws IOException {
        byte[] file = sealed(withManifest(m -> {
            addMany(m);
            instances(m).remove(10_000);
        }));
        assertThat(allocationOfRefusal(file)).isLessThan(64 << 20);
    }

    private static byte[] with(String name, byte[] bytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>(entries());
        entries.put(name, bytes);
        return sealed(entries);
    }

    private static Map<String, byte[]> withManifest(Consumer<ObjectNode> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(entries());
        ObjectNode manifest = (ObjectNode) Json.parse(entries.getOrDefault("manifest.json", new byte[0]));
        change.accept(manifest);
        entries.put("manifest.json", Json.bytes(manifest));
        return entries;
    }

    private static ObjectNode at(ObjectNode manifest, String name) {
        return (ObjectNode) manifest.path(name);
    }

    private static ObjectNode settings(ObjectNode manifest) {
        return (ObjectNode) manifest.path("training").path("settings");
    }

    private static ObjectNode score(ObjectNode manifest) {
        return (ObjectNode) manifest.path("sweep").path("scores").path(0);
    }

    private static ObjectNode norm(ObjectNode manifest, String list) {
        return (ObjectNode) manifest.path("statistics").path(list).path(0);
    }

    private static void rename(ObjectNode manifest, String network) {
        at(manifest, "architecture").put("name", network);
    }

    private static void dropoutInResNet(ObjectNode manifest) {
        rename(manifest, "resnet-18");
        at(manifest, "architecture").put("dropout", 0.3);
    }

    private static ArrayNode instances(ObjectNode manifest) {
        return list(manifest, "instances", "list");
    }

    private static void instance(ObjectNode manifest, int point, double ratio) {
        instances(manifest).addObject().put("point", point).put("ratio", ratio);
    }

    /** 9,999 more to the 7 that are there. */
    private static void addMany(ObjectNode manifest) {
        for (int i = 1; i < 10_000; i++) {
            instance(manifest, 1, i / 1e6);
        }
    }

    private static ArrayNode list(ObjectNode manifest, String... names) {
        JsonNode node = manifest;
        for (String name : names) {
            node = node.path(name);
        }
        return (ArrayNode) node;
    }

    private static ObjectNode first(ObjectNode manifest, String name) {
        return (ObjectNode) manifest.path(name).path(0);
    }

    private static ObjectNode run(ObjectNode manifest) {
        return (ObjectNode) manifest.path("training").path("run");
    }

    private static ObjectNode machine(ObjectNode manifest) {
        return (ObjectNode) run(manifest).path("machines").path(0);
    }
}
