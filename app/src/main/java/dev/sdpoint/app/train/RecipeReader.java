package dev.sdpoint.app.train;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a recipe field by field, so that every field gets its own sentence about what is wrong. */
final class RecipeReader {
    private static final int CALIBRATION_BATCH = 250;
    private static final int PADDING = 4;
    /** Valid stand-ins: each field is checked by the engine's own constructor with the other fields out of the way. */
    private static final Optimization USUAL =
            new Optimization(1, 128, 0.1, ScheduleChoice.ONE_CYCLE.schedule(), 0.9, 5e-4);

    private final Map<RecipeField, String> errors = new EnumMap<>(RecipeField.class);
    private final RecipeEntries entries;

    private RecipeReader(RecipeEntries entries) {
        this.entries = entries;
    }

    /**
     * @param recipe the recipe, if every field is right
     * @param errors a sentence for every field that is wrong
     */
    record Reading(Optional<Recipe> recipe, Map<RecipeField, String> errors) {}

    /** Reads a recipe for a data set. */
    static Reading read(RecipeEntries entries, DataSet data) {
        RecipeReader reader = new RecipeReader(entries);
        Optional<Recipe> recipe = reader.recipe(data);
        return new Reading(reader.errors.isEmpty() ? recipe : Optional.empty(), Map.copyOf(reader.errors));
    }

    private Optional<Recipe> recipe(DataSet data) {
        NetworkSpec network = field(RecipeField.NETWORK, t -> NetworkNames.parse(t, data.classCount(), data.side()));
        List<Double> ratios = field(RecipeField.RATIOS, RecipeReader::ratios);
        Integer epochs = field(
                RecipeField.EPOCHS, t -> optimization(whole(t), 2, 0.1, 0.9, 0).epochs());
        Integer batch =
                field(RecipeField.BATCH, t -> batch(whole(t), data.training().size()));
        Double rate = field(
                RecipeField.LEARNING_RATE,
                t -> optimization(1, 2, number(t), 0.9, 0).learningRate());
        Double momentum = field(
                RecipeField.MOMENTUM, t -> optimization(1, 2, 0.1, number(t), 0).momentum());
        Double decay = field(
                RecipeField.WEIGHT_DECAY,
                t -> optimization(1, 2, 0.1, 0.9, number(t)).weightDecay());
        Integer images = field(
                RecipeField.EVALUATION_IMAGES,
                t -> atLeastOne(whole(t), "images", "more give smaller error bars and slower evaluations"));
        Integer batches = field(
                RecipeField.CALIBRATION_BATCHES,
                t -> atLeastOne(whole(t), "calibration batches", "4 are quick, 16 are usual"));
        Long seed = field(RecipeField.SEED, RecipeReader::seed);
        if (network == null
                || ratios == null
                || epochs == null
                || batch == null
                || rate == null
                || momentum == null
                || decay == null
                || images == null
                || batches == null
                || seed == null) {
            return Optional.empty();
        }
        Optimization optimization =
                new Optimization(epochs, batch, rate, entries.schedule().schedule(), momentum, decay);
        DataUse use = new DataUse(
                entries.augment() ? new Augmentation.CropAndFlip(PADDING) : new Augmentation.None(),
                images,
                batches,
                Math.max(2, Math.min(CALIBRATION_BATCH, data.training().size())));
        // a method that cannot train the network says so beside the network
        return Optional.ofNullable(field(
                RecipeField.NETWORK,
                t -> new Recipe(network, entries.method(), Sampling.of(ratios), optimization, use, seed)));
    }

    private <T> @Nullable T field(RecipeField field, Function<String, T> reader) {
        try {
            return reader.apply(entries.text(field).strip());
        } catch (IllegalArgumentException e) {
            errors.put(field, sentence(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** The engine's messages as sentences. */
    private static String sentence(String message) {
        String begun = message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
    }

    private static Optimization optimization(int epochs, int batch, double rate, double momentum, double decay) {
        return new Optimization(epochs, batch, rate, USUAL.schedule(), momentum, decay);
    }

    private static int batch(int size, int trainingImages) {
        int checked = optimization(1, size, 0.1, 0.9, 0).batchSize();
        if (checked > trainingImages) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "batch size %,d is outside 2 … %,d, the number of training images",
                    size,
                    trainingImages));
        }
        return checked;
    }

    private static List<Double> ratios(String text) {
        List<Double> ratios = new ArrayList<>();
        for (String part : text.split("[,;\\s]+", -1)) {
            if (!part.isEmpty()) {
                ratios.add(number(part));
            }
        }
        return InstanceSpace.of(1, ratios).ratios();
    }

    private static int atLeastOne(int value, String what, String hint) {
        if (value < 1) {
            throw new IllegalArgumentException(value + " " + what + " are too few: at least 1; " + hint);
        }
        return value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            String hint = text.contains(",") ? "; write the decimals after a point" : "";
            throw new IllegalArgumentException(
                    text.isEmpty() ? "a number is missing" : "“" + text + "” is not a number" + hint, e);
        }
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    text.isEmpty() ? "a whole number is missing" : "“" + text + "” is not a whole number", e);
        }
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    text.isEmpty() ? "a whole number is missing; any will do" : "“" + text + "” is not a whole number",
                    e);
        }
    }
}
