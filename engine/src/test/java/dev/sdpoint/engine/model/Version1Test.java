package dev.sdpoint.engine.model;

import static dev.sdpoint.engine.model.Refusals.assertRefused;
import static dev.sdpoint.engine.model.Refusals.entries;
import static dev.sdpoint.engine.model.Refusals.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of version 1 of the format, which knew Wide ResNets and the ratios of all their points, still open. */
final class Version1Test {
    /** Written by a program that knew no other version. */
    static final Path SHIPPED =
            Path.of("..", "sample-models/src/main/resources/dev/sdpoint/samples/wrn-16-2-cifar10.sdp");

    @Test
    void opensAFileOfVersion1() throws IOException, ModelFileException {
        SdpModel model = Refusals.read(version1(m -> {}));
        SdpModel same = TestModels.small();
        assertThat(model.network()).isEqualTo(same.network());
        assertThat(model.space()).isEqualTo(same.space());
        assertThat(model.bank()).isEqualTo(same.bank());
        assertThat(model.sweep()).isEqualTo(same.sweep());
    }

    @Test
    void opensTheModelThatWasShippedWithVersion1() throws ModelFileException {
        SdpModel model = ModelFiles.read(SHIPPED);
        assertThat(model.network()).isEqualTo(new WideResNet(16, 2, 10, 32));
        assertThat(model.space()).isEqualTo(InstanceSpace.of(6, List.of(0.5, 0.75)));
        assertThat(model.bank().covers(Instance.of(6, 0.75))).isTrue();
    }

    static Stream<Arguments> manifests() {
        return Stream.of(
                change("unknown family", m -> at(m, "architecture").put("family", "vgg"), "no family of networks"),
                change("impossible depth", m -> at(m, "architecture").put("depth", 11), "depth 11 is not 6n + 4"),
                change(
                        "another depth",
                        m -> at(m, "architecture").put("depth", 16),
                        "bytes of weights; wrn-16-1 needs"),
                change("absurd depth", m -> at(m, "architecture").put("depth", 1_000_000), "depth 1000000"),
                change("absurd side", m -> at(m, "architecture").put("side", 2_000_000_000), "side 2000000000"),
                change("fractional width", m -> at(m, "architecture").put("width", 1.5), "is not a whole number"),
                change("width as text", m -> at(m, "architecture").put("width", "1"), "is not a whole number"),
                change("width beyond int", m -> at(m, "architecture").put("width", 1L << 32 | 1), "not a whole number"),
                change("more points", m -> at(m, "instances").put("points", 4), "4 downsampling points"),
                change("no ratio", m -> ratios(m).removeAll(), "no ratio given"),
                change("ratio of one", m -> ratios(m).set(1, 1.0), "outside (0, 1)"),
                change("ratio twice", m -> ratios(m).set(0, 0.75), "not distinct and ascending"),
                change(
                        "ratios the other way round",
                        m -> ratios(m).add(ratios(m).remove(0)),
                        "not distinct and ascending"),
                change("ratio too many", m -> ratios(m).add(0.8), "bytes of statistics"),
                change(
                        "a million ratios",
                        m -> addMany(ratios(m)),
                        "its manifest is larger than any that this program writes"));
    }

    private static Arguments change(String name, Consumer<ObjectNode> change, String message) {
        return Arguments.of(Named.of(name, change), message);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void refusesAManifestThatContradicts(Consumer<ObjectNode> change, String message) throws IOException {
        assertRefused(version1(change)).contains("is no usable model", message);
    }

    /** The small model as version 1 wrote it, with a change. */
    static byte[] version1(Consumer<ObjectNode> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(entries());
        ObjectNode manifest = (ObjectNode) Json.parse(entries.getOrDefault("manifest.json", new byte[0]));
        manifest.putObject("architecture")
                .put("family", "wide-resnet")
                .put("depth", 10)
                .put("width", 1)
                .put("classes", 10)
                .put("side", 32);
        manifest.putObject("instances")
                .put("points", 3)
                .putArray("ratios")
                .add(1.0 / 3)
                .add(0.75);
        for (JsonNode instance : manifest.path("statistics").path("instances")) {
            ((ObjectNode) instance).remove("firstLayer");
        }
        change.accept(manifest);
        entries.put("manifest.json", Json.bytes(manifest));
        return sealed("sdpoint-model", 1, entries);
    }

    private static ObjectNode at(ObjectNode manifest, String name) {
        return (ObjectNode) manifest.path(name);
    }

    private static ArrayNode ratios(ObjectNode manifest) {
        return (ArrayNode) manifest.path("instances").path("ratios");
    }

    private static void addMany(ArrayNode ratios) {
        ratios.removeAll();
        for (int i = 1; i <= 1_000_001; i++) {
            ratios.add(i / 1e7);
        }
    }
}
