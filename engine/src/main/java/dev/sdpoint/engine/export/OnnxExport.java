package dev.sdpoint.engine.export;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TrainingRecord;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.model.WholeFiles;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes instances of a model as ONNX files (operator set 13) for ONNX Runtime and whatever else reads them. A file takes {@code
 * image}, floats {@code [batch, 3, side, side]}, red, green, blue, 0 … 255 as pixels are, for any batch; it normalises them itself
 * and answers {@code probabilities [batch, classes]}. Class names, costs, errors and where the model comes from are among its texts.
 * The same model gives the same bytes.
 */
public final class OnnxExport {
    private static final String END = ".onnx";

    private OnnxExport() {}

    /**
     * Writes one instance, and a page that says how to run it beside it under the same name with {@code .md}; each file whole or not at
     * all. Blocking.
     *
     * @param file made with its folder if need be; one that exists is replaced
     * @return the page
     * @throws IllegalArgumentException if the model has no statistics or no score of the instance
     * @throws IOException if a file cannot be written
     */
    public static Path write(SdpModel model, Instance instance, Path file) throws IOException {
        InstanceScore score = model.sweep().of(instance);
        WholeFile.<IOException>write(file, message(model, score)::writeTo);
        Path page = file.resolveSibling(file.getFileName() + ".md");
        WholeFile.write(
                page, OnnxPage.markdown(model, List.of(new OnnxPage.Line(String.valueOf(file.getFileName()), score))));
        return page;
    }

    /**
     * Writes several instances into a folder, each as {@link #name} says, and one page such as {@code wrn-16-2-onnx.md} that says what they are and how
     * to run them: all files or none, until they get their names ({@link WholeFiles}). An interrupted thread writes none.
     *
     * @return the files in the order of the instances, then the page
     * @throws IllegalArgumentException if there is no instance, or the model has no statistics or no score of one; nothing is written then
     * @throws IOException if a file cannot be written
     */
    public static List<Path> writeAll(SdpModel model, List<Instance> instances, Path folder) throws IOException {
        List<OnnxPage.Line> lines = instances.stream()
                .map(instance ->
                        new OnnxPage.Line(name(model, instance), model.sweep().of(instance)))
                .toList();
        for (Instance instance : instances) {
            OnnxGraph.require(model.bank(), instance);
        }
        String page = OnnxPage.markdown(model, lines);
        try (WholeFiles files = new WholeFiles()) {
            for (OnnxPage.Line line : lines) {
                files.<IOException>add(folder.resolve(line.file()), message(model, line.score())::writeTo);
            }
            files.<IOException>add(
                    folder.resolve(model.network().name() + "-onnx.md"),
                    out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
            return files.finish();
        }
    }

    /** The name of an instance's file in a folder, such as {@code wrn-16-2-point3-0.5.onnx}. */
    public static String name(SdpModel model, Instance instance) {
        String which = instance instanceof Instance.FullResolution
                ? "full"
                : instance instanceof Instance.EarlyExit exit
                        ? "exit" + exit.exit()
                        : (instance.point() == 0 ? "image" : "point" + instance.point()) + "-" + instance.ratio();
        return model.network().name() + "-" + which + END;
    }

    /**
     * One instance of a network that no model file holds yet, with nothing but its operators: it takes images that are normalised
     * already.
     *
     * @return the file's bytes
     * @throws IllegalArgumentException if the bank has no statistics of the instance
     */
    public static byte[] ofNormalized(NetworkPlan plan, NamedWeights weights, StatisticsBank bank, Instance instance) {
        return OnnxGraph.ofNormalized(plan, weights, bank, instance)
                .message(Versions.NAME, Versions.number(), Map.of())
                .toBytes();
    }

    private static ProtoMessage message(SdpModel model, InstanceScore score) {
        return OnnxGraph.ofPixels(
                        model.network().plan(), model.weights(), model.bank(), score.instance(), model.normalization())
                .message(Versions.NAME, Versions.number(), about(model, score));
    }

    private static Map<String, String> about(SdpModel model, InstanceScore score) {
        int side = model.network().side();
        TrainingRecord record = model.record();
        Map<String, String> about = new TreeMap<>();
        about.put("class_names", classNames(model));
        about.put(
                "input",
                "image, float32 [batch, 3, " + side + ", " + side
                        + "], red, green, blue, 0 … 255; the graph normalises");
        about.put("output", "probabilities, float32 [batch, " + model.network().classes() + "], a row sums to 1");
        about.put("normalization.mean", Arrays.toString(model.normalization().mean()));
        about.put(
                "normalization.deviation", Arrays.toString(model.normalization().deviation()));
        about.put("network", model.network().name());
        about.put("instance", score.instance().label());
        about.put("instance.point", String.valueOf(score.instance().point()));
        about.put("instance.ratio", String.valueOf(score.instance().ratio()));
        about.put("flops", String.valueOf(score.flops()));
        about.put("relative_cost", String.valueOf(score.relativeCost()));
        about.put("validation.images", String.valueOf(model.sweep().images()));
        about.put("validation.top1_error", String.valueOf(score.top1Error()));
        about.put("training.method", record.method());
        about.put("training.data", record.dataTitle());
        about.put("training.data_sha256", record.dataFingerprint());
        about.put("training.epochs", String.valueOf(record.epochs()));
        about.put("training.finished_at", record.finishedAt());
        record.settings().forEach((key, value) -> about.put("training.settings." + key, value));
        record.versions().forEach((key, value) -> about.put("training.versions." + key, value));
        return about;
    }

    /** One name a line: what every language can take apart without a library. */
    private static String classNames(SdpModel model) {
        return model.classNames().stream()
                .map(name -> name.replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }
}
