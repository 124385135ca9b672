package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.ForeignText;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every setting of a recipe by name: for records, and to tell whether a checkpoint belongs to a recipe. */
final class RecipeText {
    static final String RESIZED_CROP = "resized crop, flip";
    static final String EVALUATION_IMAGES = "evaluationImages";

    /** What settings are where they are not named; records from before such a setting existed do not name it. */
    private static final Map<String, String> USUAL = Map.of(
            "points", PointChoice.EVERY.id(), "drawing", Drawing.PAPER.id(), "dropout", "0.0", "survival", "1.0");

    private RecipeText() {}

    static Map<String, String> settings(Recipe recipe) {
        Optimization optimization = recipe.optimization();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("network", recipe.network().name());
        settings.put("classes", String.valueOf(recipe.network().classes()));
        settings.put("side", String.valueOf(recipe.network().side()));
        settings.put("method", recipe.method().id());
        settings.put("ratios", String.valueOf(recipe.ratios()));
        unusual(settings, "points", recipe.sampling().points().id());
        unusual(settings, "drawing", recipe.sampling().drawing().id());
        Regularization regularization = recipe.network().regularization();
        unusual(settings, "dropout", String.valueOf(regularization.dropout()));
        unusual(settings, "survival", String.valueOf(regularization.survival()));
        settings.put("epochs", String.valueOf(optimization.epochs()));
        settings.put("batchSize", String.valueOf(optimization.batchSize()));
        settings.put("learningRate", String.valueOf(optimization.learningRate()));
        settings.put("schedule", schedule(optimization.schedule()));
        settings.put("momentum", String.valueOf(optimization.momentum()));
        settings.put("weightDecay", String.valueOf(optimization.weightDecay()));
        settings.put("augmentation", augmentation(recipe.data().augmentation()));
        settings.put(
                "calibration",
                recipe.data().calibrationBatches() + " batches of "
                        + recipe.data().calibrationBatchSize());
        settings.put("seed", String.valueOf(recipe.seed()));
        return settings;
    }

    /** Every setting, a line each, with the one that decides no weight: {@link RecipeReading} reads it. */
    static String write(Recipe recipe) {
        StringBuilder text = new StringBuilder();
        settings(recipe).forEach((name, value) -> line(text, name, value));
        line(text, EVALUATION_IMAGES, String.valueOf(recipe.data().evaluationImages()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    /** Only what differs from the usual is named. */
    private static void unusual(Map<String, String> settings, String name, String value) {
        if (!value.equals(USUAL.get(name))) {
            settings.put(name, value);
        }
    }

    /**
     * What a record says of the settings in which it is not of a recipe, by their names; "nothing" of one that it lacks.
     *
     * @param record settings by name; others than those of recipes are left alone
     */
    static Map<String, String> differences(Map<String, String> record, Recipe recipe) {
        Map<String, String> wanted = new LinkedHashMap<>(settings(recipe));
        USUAL.forEach(wanted::putIfAbsent);
        Map<String, String> different = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            String found = record.getOrDefault(name, USUAL.getOrDefault(name, "nothing"));
            if (!found.equals(value)) {
                different.put(name, ForeignText.shown(found) + " there, " + value + " wanted");
            }
        });
        return different;
    }

    private static String schedule(Schedule schedule) {
        if (schedule instanceof Schedule.WarmupCosine cosine) {
            return "warm-up " + cosine.warmup() + ", cosine";
        }
        Schedule.Steps steps = (Schedule.Steps) schedule;
        return "warm-up " + steps.warmup() + ", x" + steps.drop() + " at " + steps.milestones();
    }

    private static String augmentation(Augmentation augmentation) {
        if (augmentation instanceof Augmentation.ResizedCrop) {
            return RESIZED_CROP;
        }
        return augmentation instanceof Augmentation.CropAndFlip crop ? "crop " + crop.padding() + ", flip" : "none";
    }
}
