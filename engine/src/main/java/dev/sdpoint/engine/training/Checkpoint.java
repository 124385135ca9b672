package dev.sdpoint.engine.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.engine.model.FloatArrays;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.RunHistoryJson;
import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run needs to go on as if it had never stopped. Order of images, augmentation and instances are functions of seed
 * and iteration, so the iteration stands for all of them.
 *
 * @param iteration iterations done
 * @param seconds training time so far
 * @param settings every setting of the recipe
 * @param dataFingerprint SHA-256 of the data set
 * @param weights parameters and running averages
 * @param updaterState momentum of every parameter
 * @param history how the run went so far; empty in checkpoints of programs that did not keep it
 * @param losses what the watch over the loss remembers
 * @param evaluationDue whether the evaluation that belongs to this iteration, the end of an epoch, was not made yet
 */
record Checkpoint(
        long iteration,
        double seconds,
        Map<String, String> settings,
        String dataFingerprint,
        NamedWeights weights,
        float[] updaterState,
        Optional<RunHistory> history,
        LossWatch.Memory losses,
        boolean evaluationDue) {
    private static final String KIND = "sdpoint-checkpoint";
    private static final int VERSION = 2;
    private static final String MANIFEST = "manifest.json";
    private static final int MOST_BYTES = 1 << 24;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the file whole or not at all. */
    void write(Path file) throws TrainingException {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("iteration", iteration);
        manifest.put("seconds", seconds);
        manifest.set("settings", JSON.valueToTree(settings));
        manifest.put("dataFingerprint", dataFingerprint);
        history.ifPresent(known -> manifest.set("run", RunHistoryJson.write(known)));
        losses.recent().forEach(manifest.putArray("recentLosses")::add);
        if (Double.isFinite(losses.best())) {
            manifest.put("bestLoss", losses.best());
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        if (evaluationDue) {
            manifest.put("evaluationDue", true);
        }
        try {
            entries.put(MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            entries.put("momentum.f32", FloatArrays.toBytes(updaterState));
            weights.arrays().forEach((name, values) -> entries.put("weights/" + name, FloatArrays.toBytes(values)));
            SealedZip.write(file, KIND, VERSION, entries);
        } catch (ModelFileException e) {
            throw new TrainingException(
                    e.getMessage() == null ? "The checkpoint could not be written." : e.getMessage(), e);
        } catch (IOException e) {
            throw new TrainingException("The checkpoint could not be put into words.", e);
        }
    }

    /**
     * Reads a checkpoint of a network.
     *
     * @throws TrainingException if the file is missing, damaged, or of another network
     */
    static Checkpoint read(Path file, NetworkPlan plan) throws TrainingException {
        try {
            Map<String, byte[]> entries = SealedZip.read(file, KIND, VERSION);
            JsonNode manifest = JSON.readTree(entries.getOrDefault(MANIFEST, new byte[0]));
            Map<String, float[]> arrays = new LinkedHashMap<>();
            for (Map.Entry<String, Long> expected : NamedWeights.expected(plan).entrySet()) {
                byte[] bytes = entries.getOrDefault("weights/" + expected.getKey(), new byte[0]);
                if (bytes.length != expected.getValue() * Float.BYTES) {
                    throw new TrainingException(
                            file + " belongs to another network. Give the network it was trained with, or start anew.");
                }
                arrays.put(expected.getKey(), FloatArrays.fromBytes(bytes));
            }
            return new Checkpoint(
                    manifest.path("iteration").asLong(),
                    manifest.path("seconds").asDouble(),
                    settings(manifest.path("settings")),
                    manifest.path("dataFingerprint").asText(),
                    new NamedWeights(arrays),
                    FloatArrays.fromBytes(entries.getOrDefault("momentum.f32", new byte[0])),
                    manifest.has("run") ? Optional.of(RunHistoryJson.read(manifest.path("run"))) : Optional.empty(),
                    losses(manifest),
                    manifest.path("evaluationDue").asBoolean());
        } catch (ModelFileException e) {
            throw new TrainingException(e.getMessage() == null ? "The checkpoint is damaged." : e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new TrainingException(file + " is damaged. Start the run anew or use another checkpoint.", e);
        }
    }

    /** SHA-256 of the data set that a checkpoint is of, read from its beginning; empty if it does not say so. */
    static Optional<String> dataFingerprint(Path file) {
        return manifest(file)
                .map(manifest -> manifest.path("dataFingerprint").asText())
                .filter(known -> !known.isEmpty());
    }

    /** The peak learning rate that a person has set during the run, read from a checkpoint's beginning; empty if none was. */
    static Optional<Double> editedPeakRate(Path file) {
        return manifest(file)
                .map(manifest -> manifest.path("run").path("rateEdits"))
                .filter(edits -> !edits.isEmpty())
                .map(edits -> edits.get(edits.size() - 1).path("peakRate").asDouble())
                .filter(rate -> rate > 0);
    }

    private static Optional<JsonNode> manifest(Path file) {
        try {
            return Optional.of(JSON.readTree(SealedZip.readFirst(file, KIND, VERSION, MANIFEST, MOST_BYTES)));
        } catch (ModelFileException | IOException e) {
            return Optional.empty(); // who goes on from it hears why
        }
    }

    private static Map<String, String> settings(JsonNode node) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> setting : node.properties()) {
            if (!setting.getValue().isTextual()) {
                throw new IOException(setting.getKey() + " is no text");
            }
            settings.put(setting.getKey(), setting.getValue().textValue());
        }
        return settings;
    }

    private static LossWatch.Memory losses(JsonNode manifest) {
        List<Double> recent = new ArrayList<>();
        manifest.path("recentLosses").forEach(loss -> recent.add(loss.asDouble()));
        return new LossWatch.Memory(recent, manifest.path("bestLoss").asDouble(Double.POSITIVE_INFINITY));
    }

    /** The names of settings in which this checkpoint differs from a recipe. */
    Map<String, String> differences(Recipe recipe) {
        return recipe.differences(settings);
    }
}
