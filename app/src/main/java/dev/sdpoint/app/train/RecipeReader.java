package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.Schedule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recipe field by field, so that every field gets its own sentence about what is wrong: each is checked by the engine's own
 * constructor with the other fields out of the way. A field that is not used cannot be wrong.
 */
final class RecipeReader {
    private static final Texts TEXTS = Texts.of(RecipeReader.class);

    private final Map<RecipeField, String> errors = new EnumMap<>(RecipeField.class);
    private final RecipeEntries entries;
    private final Map<RecipeField, String> unused;

    private RecipeReader(RecipeEntries entries, Map<RecipeField, String> unused) {
        this.entries = entries;
        this.unused = unused;
    }

    /**
     * @param recipe the recipe, if every field is right
     * @param errors a sentence for every field that is wrong
     * @param unused a sentence for every field that changes nothing
     */
    record Reading(Optional<Recipe> recipe, Map<RecipeField, String> errors, Map<RecipeField, String> unused) {}

    /** Reads a recipe for a data set. */
    static Reading read(RecipeEntries entries, DataSet data) {
        Optional<NetworkSpec> bare = network(entries, data);
        Map<RecipeField, String> unused = UnusedFields.of(entries, bare);
        RecipeReader reader = new RecipeReader(entries, unused);
        Optional<Recipe> recipe = reader.recipe(data);
        return new Reading(
                reader.errors.isEmpty() ? recipe : Optional.empty(), Map.copyOf(reader.errors), Map.copyOf(unused));
    }

    private static Optional<NetworkSpec> network(RecipeEntries entries, DataSet data) {
        try {
            return Optional.of(
                    NetworkNames.parse(entries.text(RecipeField.NETWORK).strip(), data.classCount(), data.side()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // said beside the field
        }
    }

    private Optional<Recipe> recipe(DataSet data) {
        NetworkSpec bare = field(RecipeField.NETWORK, t -> NetworkNames.parse(t, data.classCount(), data.side()));
        Method method = field(RecipeField.METHOD, Method::parse);
        Sampling sampling = sampling();
        Optimization optimization = optimization(data.training().size());
        DataUse use = use();
        Long seed = field(RecipeField.SEED, RecipeNumbers::seed);
        NetworkSpec network = regularized(bare);
        if (network == null
                || method == null
                || sampling == null
                || optimization == null
                || use == null
                || seed == null) {
            return Optional.empty();
        }
        // a method that cannot train the network says so beside the network
        return Optional.ofNullable(
                field(RecipeField.NETWORK, t -> new Recipe(network, method, sampling, optimization, use, seed)));
    }

    private @Nullable NetworkSpec regularized(@Nullable NetworkSpec bare) {
        Double dropout = unused.containsKey(RecipeField.DROPOUT)
                ? Double.valueOf(0)
                : field(RecipeField.DROPOUT, t -> new Regularization(RecipeNumbers.number(t), 1).dropout());
        Double survival = unused.containsKey(RecipeField.SURVIVAL)
                ? Double.valueOf(1)
                : field(RecipeField.SURVIVAL, t -> new Regularization(0, RecipeNumbers.number(t)).survival());
        return bare == null || dropout == null || survival == null
                ? null
                : field(RecipeField.NETWORK, t -> bare.with(new Regularization(dropout, survival)));
    }

    private @Nullable Sampling sampling() {
        List<Double> ratios = field(
                RecipeField.RATIOS, t -> Sampling.of(RecipeNumbers.numbers(t)).ratios());
        PointChoice points = choice(RecipeField.POINTS, PointChoice.values(), PointChoice::id);
        Drawing drawing = choice(RecipeField.DRAWING, Drawing.values(), Drawing::id);
        return ratios == null || points == null || drawing == null ? null : new Sampling(points, ratios, drawing);
    }

    private @Nullable Optimization optimization(int images) {
        Integer epochs = field(
                RecipeField.EPOCHS,
                t -> tried(RecipeNumbers.whole(t), 2, 0.1, 0.9, 0).epochs());
        Integer batch = field(RecipeField.BATCH, t -> batch(RecipeNumbers.whole(t), images));
        Double rate = field(
                RecipeField.LEARNING_RATE,
                t -> tried(1, 2, RecipeNumbers.number(t), 0.9, 0).learningRate());
        Double momentum = field(
                RecipeField.MOMENTUM,
                t -> tried(1, 2, 0.1, RecipeNumbers.number(t), 0).momentum());
        Double decay = field(
                RecipeField.WEIGHT_DECAY,
                t -> tried(1, 2, 0.1, 0.9, RecipeNumbers.number(t)).weightDecay());
        Schedule schedule = schedule();
        return epochs == null || batch == null || rate == null || momentum == null || decay == null || schedule == null
                ? null
                : new Optimization(epochs, batch, rate, schedule, momentum, decay);
    }

    private @Nullable Schedule schedule() {
        ScheduleChoice kind = choice(RecipeField.SCHEDULE, ScheduleChoice.values(), ScheduleChoice::id);
        Double warmUp = field(RecipeField.WARM_UP, t -> new Schedule.WarmupCosine(RecipeNumbers.number(t)).warmup());
        if (kind != ScheduleChoice.STEPS) {
            return kind == null || warmUp == null ? null : new Schedule.WarmupCosine(warmUp);
        }
        List<Double> milestones =
                field(RecipeField.MILESTONES, t -> new Schedule.Steps(0, RecipeNumbers.numbers(t), 0.5).milestones());
        Double drop = field(RecipeField.DROP, t -> new Schedule.Steps(0, List.of(), RecipeNumbers.number(t)).drop());
        return warmUp == null || milestones == null || drop == null
                ? null
                : new Schedule.Steps(warmUp, milestones, drop);
    }

    private @Nullable DataUse use() {
        Augmentation augmentation = switch (entries.text(RecipeField.AUGMENTATION)) {
            case "none" -> new Augmentation.None();
            case "resized" -> new Augmentation.ResizedCrop();
            default -> field(RecipeField.PADDING, t -> new Augmentation.CropAndFlip(RecipeNumbers.whole(t)));
        };
        Integer evaluation = field(
                RecipeField.EVALUATION_IMAGES,
                t -> RecipeNumbers.atLeast(
                        1,
                        RecipeNumbers.whole(t),
                        (value, least) -> TEXTS.get("reader.evaluation.too-few", value, least)));
        Integer batches = field(
                RecipeField.CALIBRATION_BATCHES,
                t -> RecipeNumbers.atLeast(
                        1,
                        RecipeNumbers.whole(t),
                        (value, least) -> TEXTS.get("reader.calibration.too-few", value, least)));
        Integer size = field(
                RecipeField.CALIBRATION_SIZE,
                t -> RecipeNumbers.atLeast(
                        2,
                        RecipeNumbers.whole(t),
                        (value, least) -> TEXTS.get("reader.calibration-size.too-few", value, least)));
        return augmentation == null || evaluation == null || batches == null || size == null
                ? null
                : new DataUse(augmentation, evaluation, batches, size);
    }

    /** What is not used and wrong stands aside for the usual. */
    private <T> @Nullable T field(RecipeField field, Function<String, T> reader) {
        try {
            return reader.apply(entries.text(field).strip());
        } catch (IllegalArgumentException e) {
            if (unused.containsKey(field)) {
                return reader.apply(field.usual());
            }
            errors.put(field, sentence(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private <T> @Nullable T choice(RecipeField field, T[] known, Function<T, String> id) {
        return field(
                field,
                text -> Arrays.stream(known)
                        .filter(one -> id.apply(one).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(TEXTS.get(
                                "reader.choice.unknown",
                                text,
                                String.join(", ", Arrays.stream(known).map(id).toList())))));
    }

    /** The engine's messages as sentences. */
    static String sentence(String message) {
        String begun = message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return FullStop.after(begun);
    }

    /** Some valid settings around the one that is tried. */
    private static Optimization tried(int epochs, int batch, double rate, double momentum, double decay) {
        return new Optimization(epochs, batch, rate, new Schedule.WarmupCosine(0), momentum, decay);
    }

    private static int batch(int size, int images) {
        int checked = tried(1, size, 0.1, 0.9, 0).batchSize();
        if (checked > images) {
            throw new IllegalArgumentException(TEXTS.get("reader.batch.too-large", size, images));
        }
        return checked;
    }
}
