package dev.sdpoint.app.train;

/** The fields of the recipe that are typed as text. */
enum RecipeField {
    NETWORK("Network", "network", "Architecture: wrn-DEPTH-WIDTH, a Wide ResNet"),
    RATIOS("Ratios", "ratios", "Factors on the side of the feature maps, each in (0, 1)"),
    EPOCHS("Epochs", "epochs", "Passes over the training images"),
    BATCH("Batch", "batch", "Images an iteration; all of them run under the one instance drawn"),
    LEARNING_RATE("Peak rate", "rate", "Largest learning rate of the schedule; can be changed while training"),
    MOMENTUM("Momentum", "momentum", "Nesterov momentum"),
    WEIGHT_DECAY("Weight decay", "decay", "L2 coefficient on convolution and classifier weights"),
    EVALUATION_IMAGES(
            "Evaluation",
            "evaluation",
            "Validation images for the evaluation after each epoch; the end of the run uses all"),
    CALIBRATION_BATCHES(
            "Calibration",
            "calibration",
            "Training batches from which every instance gets its own statistics at the end of the run"),
    SEED("Seed", "seed", "The same seed, recipe, images and machine give the same weights");

    private final String title;
    private final String id;
    private final String help;

    RecipeField(String title, String id, String help) {
        this.title = title;
        this.id = id;
        this.help = help;
    }

    /** Label of the field. */
    String title() {
        return title;
    }

    /** Name in files and of nodes. */
    String id() {
        return id;
    }

    /** What it means, in a sentence. */
    String help() {
        return help;
    }
}
