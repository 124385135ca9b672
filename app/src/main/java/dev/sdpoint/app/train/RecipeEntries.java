package dev.sdpoint.app.train;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.Schedule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A recipe as a person wrote it, right or wrong.
 *
 * @param texts a text for every field; the usual one where none is given
 */
record RecipeEntries(Map<RecipeField, String> texts) {
    /** Numbers that are longer than this are written as a fraction where that is exact. */
    private static final int LONGEST_SHARE = 6;

    private static final int LARGEST_DENOMINATOR = 1000;

    RecipeEntries {
        Map<RecipeField, String> all = new EnumMap<>(RecipeField.class);
        for (RecipeField field : RecipeField.values()) {
            all.put(field, texts.getOrDefault(field, field.usual()));
        }
        texts = Collections.unmodifiableMap(all);
    }

    String text(RecipeField field) {
        return texts.getOrDefault(field, "");
    }

    RecipeEntries with(RecipeField field, String text) {
        Map<RecipeField, String> changed = new EnumMap<>(texts);
        changed.put(field, text);
        return new RecipeEntries(changed);
    }

    /** A recipe as the form shows it; read again for the same data set, it is the same recipe. */
    static RecipeEntries of(Recipe recipe) {
        Map<RecipeField, String> texts = new EnumMap<>(RecipeField.class);
        texts.put(RecipeField.NETWORK, network(recipe.network()));
        texts.put(RecipeField.METHOD, recipe.method().id());
        texts.put(
                RecipeField.RATIOS,
                recipe.ratios().stream().map(RecipeEntries::number).collect(Collectors.joining(", ")));
        texts.put(RecipeField.POINTS, recipe.sampling().points().id());
        texts.put(RecipeField.DRAWING, recipe.sampling().drawing().id());
        put(texts, recipe.optimization());
        if (recipe.data().augmentation() instanceof Augmentation.CropAndFlip crop) {
            texts.put(RecipeField.AUGMENTATION, "crop");
            texts.put(RecipeField.PADDING, String.valueOf(crop.padding()));
        } else {
            boolean resized = recipe.data().augmentation() instanceof Augmentation.ResizedCrop;
            texts.put(RecipeField.AUGMENTATION, resized ? "resized" : "none");
        }
        texts.put(RecipeField.DROPOUT, number(recipe.network().regularization().dropout()));
        texts.put(RecipeField.SURVIVAL, number(recipe.network().regularization().survival()));
        texts.put(RecipeField.EVALUATION_IMAGES, String.valueOf(recipe.data().evaluationImages()));
        texts.put(RecipeField.CALIBRATION_BATCHES, String.valueOf(recipe.data().calibrationBatches()));
        texts.put(RecipeField.CALIBRATION_SIZE, String.valueOf(recipe.data().calibrationBatchSize()));
        texts.put(RecipeField.SEED, String.valueOf(recipe.seed()));
        return new RecipeEntries(texts);
    }

    private static void put(Map<RecipeField, String> texts, Optimization optimization) {
        texts.put(RecipeField.EPOCHS, String.valueOf(optimization.epochs()));
        texts.put(RecipeField.BATCH, String.valueOf(optimization.batchSize()));
        texts.put(RecipeField.LEARNING_RATE, number(optimization.learningRate()));
        texts.put(RecipeField.MOMENTUM, number(optimization.momentum()));
        texts.put(RecipeField.WEIGHT_DECAY, number(optimization.weightDecay()));
        if (optimization.schedule() instanceof Schedule.Steps steps) {
            texts.put(RecipeField.SCHEDULE, ScheduleChoice.STEPS.id());
            texts.put(RecipeField.WARM_UP, number(steps.warmup()));
            texts.put(RecipeField.MILESTONES, shares(steps.milestones(), optimization.epochs()));
            texts.put(RecipeField.DROP, number(steps.drop()));
        } else if (optimization.schedule() instanceof Schedule.WarmupCosine cosine) {
            texts.put(RecipeField.SCHEDULE, ScheduleChoice.ONE_CYCLE.id());
            texts.put(RecipeField.WARM_UP, number(cosine.warmup()));
        }
    }

    /** Exits that the method adds by itself are not written. */
    private static String network(NetworkSpec network) {
        return network instanceof EarlyExits exits
                        && EarlyExits.on(exits.trunk()).equals(network)
                ? exits.trunk().name()
                : network.name();
    }

    private static String shares(List<Double> milestones, int epochs) {
        return milestones.stream().map(share -> share(share, epochs)).collect(Collectors.joining(", "));
    }

    private static String share(double value, int epochs) {
        String decimal = number(value);
        if (decimal.length() <= LONGEST_SHARE) {
            return decimal;
        }
        for (int denominator = epochs; denominator <= LARGEST_DENOMINATOR; denominator++) {
            long numerator = Math.round(value * denominator);
            if ((double) numerator / denominator == value) {
                return numerator + "/" + denominator;
            }
        }
        return decimal;
    }

    /** The shortest decimal that is read as the same number. */
    static String number(double value) {
        String text = String.valueOf(value).replace("E", "e").replace(".0e", "e");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** What earlier versions of the program kept beside a checkpoint; what they could not say is as it was then. */
    static RecipeEntries of(Properties properties) {
        Map<RecipeField, String> texts = new EnumMap<>(RecipeField.class);
        for (RecipeField field : RecipeField.values()) {
            String text = properties.getProperty(field.id());
            if (text != null) {
                texts.put(field, text);
            }
        }
        boolean steps = "STEPS".equals(properties.getProperty("schedule"));
        texts.put(RecipeField.SCHEDULE, (steps ? ScheduleChoice.STEPS : ScheduleChoice.ONE_CYCLE).id());
        texts.put(RecipeField.WARM_UP, steps ? "0" : RecipeField.WARM_UP.usual());
        texts.put(RecipeField.AUGMENTATION, "false".equals(properties.getProperty("augment")) ? "none" : "crop");
        return new RecipeEntries(texts);
    }
}
