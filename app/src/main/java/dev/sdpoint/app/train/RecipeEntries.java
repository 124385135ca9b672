package dev.sdpoint.app.train;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.Schedule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A recipe as a person wrote it, right or wrong.
 *
 * @param texts a text for every field
 * @param augment whether training images are cropped and flipped
 */
record RecipeEntries(Map<RecipeField, String> texts, Method method, ScheduleChoice schedule, boolean augment) {
    RecipeEntries {
        Map<RecipeField, String> all = new EnumMap<>(RecipeField.class);
        for (RecipeField field : RecipeField.values()) {
            all.put(field, texts.getOrDefault(field, ""));
        }
        texts = Collections.unmodifiableMap(all);
    }

    String text(RecipeField field) {
        return texts.getOrDefault(field, "");
    }

    RecipeEntries with(RecipeField field, String text) {
        Map<RecipeField, String> changed = new EnumMap<>(texts);
        changed.put(field, text);
        return new RecipeEntries(changed, method, schedule, augment);
    }

    /** For a file beside a checkpoint, from which the run can be taken up again. */
    Properties toProperties() {
        Properties properties = new Properties();
        texts.forEach((field, text) -> properties.setProperty(field.id(), text));
        properties.setProperty("method", method.id());
        properties.setProperty("schedule", schedule.name());
        properties.setProperty("augment", Boolean.toString(augment));
        return properties;
    }

    /** A recipe as the form would show it; a schedule that the form does not offer as the one of its kind that it does. */
    static RecipeEntries of(Recipe recipe) {
        Map<RecipeField, String> texts = new EnumMap<>(RecipeField.class);
        texts.put(RecipeField.NETWORK, recipe.network().name());
        texts.put(
                RecipeField.RATIOS,
                recipe.ratios().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        texts.put(RecipeField.EPOCHS, String.valueOf(recipe.optimization().epochs()));
        texts.put(RecipeField.BATCH, String.valueOf(recipe.optimization().batchSize()));
        texts.put(
                RecipeField.LEARNING_RATE, String.valueOf(recipe.optimization().learningRate()));
        texts.put(RecipeField.MOMENTUM, String.valueOf(recipe.optimization().momentum()));
        texts.put(RecipeField.WEIGHT_DECAY, String.valueOf(recipe.optimization().weightDecay()));
        texts.put(RecipeField.EVALUATION_IMAGES, String.valueOf(recipe.data().evaluationImages()));
        texts.put(RecipeField.CALIBRATION_BATCHES, String.valueOf(recipe.data().calibrationBatches()));
        texts.put(RecipeField.SEED, String.valueOf(recipe.seed()));
        return new RecipeEntries(
                texts,
                recipe.method(),
                recipe.optimization().schedule() instanceof Schedule.Steps
                        ? ScheduleChoice.STEPS
                        : ScheduleChoice.ONE_CYCLE,
                recipe.data().augmentation() instanceof Augmentation.CropAndFlip);
    }

    /** What {@link #toProperties()} gave; empty if something is missing or unknown. */
    static Optional<RecipeEntries> of(Properties properties) {
        Map<RecipeField, String> texts = new EnumMap<>(RecipeField.class);
        for (RecipeField field : RecipeField.values()) {
            String text = properties.getProperty(field.id());
            if (text == null) {
                return Optional.empty();
            }
            texts.put(field, text);
        }
        try {
            return Optional.of(new RecipeEntries(
                    texts,
                    Method.parse(properties.getProperty("method", "")),
                    ScheduleChoice.valueOf(properties.getProperty("schedule", "")),
                    Boolean.parseBoolean(properties.getProperty("augment", ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
