package dev.sdpoint.app.cli;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import dev.sdpoint.engine.training.DataUse;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What a person can change in a recipe, beyond network, method, epochs and seed. */
final class RecipeOptions {
    @Option(
            names = "--points",
            defaultValue = "every",
            description = "Downsampling points used: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private PointChoice points = PointChoice.EVERY;

    @Option(
            names = "--ratios",
            split = ",",
            defaultValue = "0.5,0.75",
            description = "Ratios of SDPoint, any in (0, 1) (default ${DEFAULT-VALUE}).")
    private List<Double> ratios = new ArrayList<>();

    @Option(
            names = "--drawing",
            defaultValue = "paper",
            converter = DrawingConverter.class,
            description = {
                "How instances are drawn: paper or official-code (default ${DEFAULT-VALUE}).",
                "official-code draws as the authors' published program does, with its defects: the first block is never "
                        + "downsampled in training; full resolution comes twice as often; networks of 18 and 34 layers use "
                        + "the stem alone."
            })
    private Drawing drawing = Drawing.PAPER;

    @Option(
            names = "--dropout",
            paramLabel = "RATE",
            description = "Dropout within blocks, in [0, 1); 0.3 with --method dropout if not given.")
    private double dropout;

    @Option(
            names = "--survival",
            paramLabel = "P",
            description =
                    "Stochastic depth of residual nets: probability that the last block survives an iteration, in "
                            + "(0, 1]; 1 is none (default), 0.5 is usual.")
    private double survival = 1;

    @Option(
            names = "--recipe",
            defaultValue = "standard",
            description =
                    "${COMPLETION-CANDIDATES}: one cycle of this program, or the schedule, batch and decay of the "
                            + "architecture's own paper (default ${DEFAULT-VALUE}).")
    private Kind kind = Kind.STANDARD;

    @Option(
            names = "--augmentation",
            defaultValue = "crop",
            description =
                    "Of training images, ${COMPLETION-CANDIDATES}: pad, crop and flip; cut a random part out of a "
                            + "photograph, resize and flip; or nothing (default ${DEFAULT-VALUE}).")
    private Augmenting augmentation = Augmenting.CROP;

    @Option(names = "--batch", paramLabel = "N", description = "Images an iteration, 2 to 4,096.")
    private @Nullable Integer batch;

    @Option(names = "--learning-rate", paramLabel = "R", description = "Peak learning rate, in (0, 10].")
    private @Nullable Double learningRate;

    @Option(names = "--weight-decay", paramLabel = "D", description = "L2 coefficient, in [0, 1).")
    private @Nullable Double weightDecay;

    private enum Augmenting {
        CROP,
        RESIZED,
        NONE
    }

    private enum Kind {
        STANDARD,
        PAPER
    }

    /**
     * The recipe of these options.
     *
     * @throws IllegalArgumentException with a sentence if they do not go together
     */
    Recipe recipe(NetworkSpec bare, Method method, int epochs, long seed) {
        NetworkSpec network = bare.with(new Regularization(dropout, survival));
        Recipe usual = kind == Kind.PAPER
                ? Recipe.paper(network, method, seed)
                : Recipe.standard(network, method, epochs, seed);
        Optimization from = usual.optimization();
        Optimization optimization = new Optimization(
                epochs,
                batch == null ? from.batchSize() : batch,
                learningRate == null ? from.learningRate() : learningRate,
                from.schedule(),
                from.momentum(),
                weightDecay == null ? from.weightDecay() : weightDecay);
        return new Recipe(
                network, method, new Sampling(points, ratios, drawing), optimization, use(usual.data()), seed);
    }

    private DataUse use(DataUse usual) {
        Augmentation chosen = switch (augmentation) {
            case CROP -> usual.augmentation();
            case RESIZED -> new Augmentation.ResizedCrop();
            case NONE -> new Augmentation.None();
        };
        return new DataUse(chosen, usual.evaluationImages(), usual.calibrationBatches(), usual.calibrationBatchSize());
    }

    /** Reads {@code official-code} as people type it. */
    private static final class DrawingConverter implements ITypeConverter<Drawing> {
        @Override
        public Drawing convert(String typed) {
            for (Drawing known : Drawing.values()) {
                if (known.id().equals(typed.toLowerCase(Locale.ROOT))) {
                    return known;
                }
            }
            throw new IllegalArgumentException(
                    "'" + typed + "' is no way of drawing; known are paper and official-code");
        }
    }
}
