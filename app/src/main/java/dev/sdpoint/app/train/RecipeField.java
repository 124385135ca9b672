package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;

/** The fields of the recipe. Each holds a text; those with a fixed choice hold the choice's id. */
enum RecipeField {
    NETWORK("network", "wrn-16-1"),
    METHOD("method", "sdpoint"),
    RATIOS("ratios", "0.5, 0.75"),
    POINTS("points", "every"),
    DRAWING("drawing", "paper"),
    EPOCHS("epochs", "12"),
    BATCH("batch", "64"),
    LEARNING_RATE("rate", "0.1"),
    SCHEDULE("schedule", "one-cycle"),
    WARM_UP("warm-up", "0.15"),
    MILESTONES("milestones", "0.3, 0.6, 0.8"),
    DROP("drop", "0.2"),
    MOMENTUM("momentum", "0.9"),
    WEIGHT_DECAY("decay", "5e-4"),
    AUGMENTATION("augmentation", "crop"),
    PADDING("padding", "4"),
    DROPOUT("dropout", "0"),
    SURVIVAL("survival", "1"),
    EVALUATION_IMAGES("evaluation", "500"),
    CALIBRATION_BATCHES("calibration", "8"),
    CALIBRATION_SIZE("calibration-size", "250"),
    SEED("seed", "7");

    private static final Texts TEXTS = Texts.of(RecipeField.class);

    private final String id;
    private final String usual;

    RecipeField(String id, String usual) {
        this.id = id;
        this.usual = usual;
    }

    /** Label of the field. */
    String title() {
        return switch (this) {
            case NETWORK -> TEXTS.get("field.network");
            case METHOD -> TEXTS.get("field.method");
            case RATIOS -> TEXTS.get("field.ratios");
            case POINTS -> TEXTS.get("field.points");
            case DRAWING -> TEXTS.get("field.drawing");
            case EPOCHS -> TEXTS.get("field.epochs");
            case BATCH -> TEXTS.get("field.batch");
            case LEARNING_RATE -> TEXTS.get("field.rate");
            case SCHEDULE -> TEXTS.get("field.schedule");
            case WARM_UP -> TEXTS.get("field.warm-up");
            case MILESTONES -> TEXTS.get("field.milestones");
            case DROP -> TEXTS.get("field.drop");
            case MOMENTUM -> TEXTS.get("field.momentum");
            case WEIGHT_DECAY -> TEXTS.get("field.decay");
            case AUGMENTATION -> TEXTS.get("field.augmentation");
            case PADDING -> TEXTS.get("field.padding");
            case DROPOUT -> TEXTS.get("field.dropout");
            case SURVIVAL -> TEXTS.get("field.survival");
            case EVALUATION_IMAGES -> TEXTS.get("field.evaluation");
            case CALIBRATION_BATCHES -> TEXTS.get("field.calibration");
            case CALIBRATION_SIZE -> TEXTS.get("field.calibration-size");
            case SEED -> TEXTS.get("field.seed");
        };
    }

    /** Name in files and of nodes. */
    String id() {
        return id;
    }

    /** What stands there unless a person or a recipe says otherwise. */
    String usual() {
        return usual;
    }

    /** What it means, in a sentence. */
    String help() {
        return switch (this) {
            case NETWORK -> TEXTS.get("field.network.help");
            case METHOD -> TEXTS.get("field.method.help");
            case RATIOS -> TEXTS.get("field.ratios.help");
            case POINTS -> TEXTS.get("field.points.help");
            case DRAWING -> TEXTS.get("field.drawing.help");
            case EPOCHS -> TEXTS.get("field.epochs.help");
            case BATCH -> TEXTS.get("field.batch.help");
            case LEARNING_RATE -> TEXTS.get("field.rate.help");
            case SCHEDULE -> TEXTS.get("field.schedule.help");
            case WARM_UP -> TEXTS.get("field.warm-up.help");
            case MILESTONES -> TEXTS.get("field.milestones.help");
            case DROP -> TEXTS.get("field.drop.help");
            case MOMENTUM -> TEXTS.get("field.momentum.help");
            case WEIGHT_DECAY -> TEXTS.get("field.decay.help");
            case AUGMENTATION -> TEXTS.get("field.augmentation.help");
            case PADDING -> TEXTS.get("field.padding.help");
            case DROPOUT -> TEXTS.get("field.dropout.help");
            case SURVIVAL -> TEXTS.get("field.survival.help");
            case EVALUATION_IMAGES -> TEXTS.get("field.evaluation.help");
            case CALIBRATION_BATCHES -> TEXTS.get("field.calibration.help");
            case CALIBRATION_SIZE -> TEXTS.get("field.calibration-size.help");
            case SEED -> TEXTS.get("field.seed.help");
        };
    }
}
