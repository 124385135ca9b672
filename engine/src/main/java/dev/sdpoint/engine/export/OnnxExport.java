package dev.sdpoint.engine.export;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.TrainingRecord;
import dev.sdpoint.engine.model.WholeFiles;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes instances of a model as ONNX files (operator set 13) for ONNX Runtime and whatever else reads them. A file takes {@code
 * image}, floats {@code [batch, 3, side, side]}, red, green, blue, 0 … 255 as pixels are, for any batch; it normalises them itself
 * and answers {@code probabilities [batch, classes]}. Class names, costs, errors and where the model comes from are among its texts.
 * The same model gives the same bytes.
 */
public final class OnnxExport {
    private static final String END = ".onnx";

    private OnnxExport() {}

    /** Hears how far an export is, and may end it. Called on the exporting thread. */
    @FunctionalInterface
    public interface Progress {
        /** Goes on to the end. */
        Progress NONE = (written, count, name) -> true;

        /**
         * Called before each file.
         *
         * @param written number of files that are written
         * @param count number of all files
         * @param name of the one that comes now
         * @return whether to go on
         */
        boolean goOn(int written, int count, String name);
    }

    /** The files that {@link #write} makes: the model and its page. */
    public static List<Path> files(Path file) {
        return List.of(file, page(file));
    }

    /** The files that {@link #writeAll} makes: one for each instance, in their order, and the page. */
    public static List<Path> files(SdpModel model, List<Instance> instances, Path folder) {
        List<Path> files = new ArrayList<>();
        instances.forEach(instance -> files.add(folder.resolve(name(model, instance))));
        files.add(page(model, folder));
        return files;
    }

    private static Path page(Path file) {
        return file.resolveSibling(file.getFileName() + ".md");
    }

    private static Path page(SdpModel model, Path folder) {
        return folder.resolve(model.network().name() + "-onnx.md");
    }

    /** As {@link #write(SdpModel, Instance, Path, Progress)}, to the end. */
    public static Path write(SdpModel model, Instance instance, Path file) throws IOException {
        return write(model, instance, file, Progress.NONE);
    }

    /**
     * Writes one instance, and a page that says how to run it beside it under the same name with {@code .md}; both files or
     * none. Blocking.
     *
     * @param file made with its folder if need be; one that exists is replaced
     * @param progress may end it; nothing is written then
     * @return the page
     * @throws IllegalArgumentException if the model has no statistics or no score of the instance
     * @throws IOException if a file cannot be written
     * @throws CancellationException if the progress ended it
     */
    public static Path write(SdpModel model, Instance instance, Path file, Progress progress) throws IOException {
        InstanceScore score = model.sweep().of(instance);
        OnnxPage.Line line = new OnnxPage.Line(String.valueOf(file.getFileName()), score);
        write(model, List.of(line), file.toAbsolutePath().getParent(), page(file), progress);
        return page(file);
    }

    /** As {@link #writeAll(SdpModel, List, Path, Progress)}, to the end. */
    public static List<Path> writeAll(SdpModel model, List<Instance> instances, Path folder) throws IOException {
        return writeAll(model, instances, folder, Progress.NONE);
    }

    /**
     * Writes several instances into a folder, each as {@link #name} says, and one page such as {@code wrn-16-2-onnx.md} that says what they are and how
     * to run them; all files or none. Blocking.
     *
     * @param progress may end it; nothing is written then
     * @return the files in the order of the instances, then the page
     * @throws IllegalArgumentException if there is no instance, or the model has no statistics or no score of one; nothing is written then
     * @throws IOException if a file cannot be written; nothing is written then
     * @throws CancellationException if the progress ended it
     */
    public static List<Path> writeAll(SdpModel model, List<Instance> instances, Path folder, Progress progress)
            throws IOException {
        List<OnnxPage.Line> lines = instances.stream()
                .map(instance ->
                        new OnnxPage.Line(name(model, instance), model.sweep().of(instance)))
                .toList();
        return write(model, lines, folder, page(model, folder), progress);
    }

    private static List<Path> write(
            SdpModel model, List<OnnxPage.Line> lines, @Nullable Path folder, Path page, Progress progress)
            throws IOException {
        for (OnnxPage.Line line : lines) {
            OnnxGraph.require(model.bank(), line.score().instance());
        }
        String text = OnnxPage.markdown(model, lines);
        List<Path> written = new ArrayList<>();
        try (WholeFiles files = new WholeFiles()) {
            for (OnnxPage.Line line : lines) {
                goOn(progress, written.size(), lines.size(), line.file());
                Path file = folder == null ? Path.of(line.file()) : folder.resolve(line.file());
                ProtoMessage message = message(model, line.score());
                files.<IOException>add(file, message::writeTo);
                written.add(file);
            }
            files.add(page, text);
            goOn(progress, lines.size(), lines.size(), String.valueOf(page.getFileName()));
            files.finish();
        }
        written.add(page);
        return written;
    }

    private static void goOn(Progress progress, int written, int count, String name) {
        if (!progress.goOn(written, count, name)) {
            throw new CancellationException("The export was ended before " + name + "; nothing was written.");
        }
    }

    /** A program in Python that runs a file and prints the first five guesses; needs onnxruntime and Pillow. */
    public static String python(String file) {
        return OnnxPage.python(file);
    }

    /**
     * A program in Java that runs a file and prints the first guess; needs ONNX Runtime.
     *
     * @param side of the images that the file takes
     */
    public static String java(String file, int side) {
        return OnnxPage.java(file, side);
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
