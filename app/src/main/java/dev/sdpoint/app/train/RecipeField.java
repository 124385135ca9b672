package dev.sdpoint.app.train;

/** The fields of the recipe. Each holds a text; those with a fixed choice hold the choice's id. */
enum RecipeField {
    NETWORK(
            "Network",
            "network",
            "wrn-16-1",
            "Architecture and its sizes, such as wrn-16-2; type to see the known ones"),
    METHOD(
            "Method",
            "method",
            "sdpoint",
            "SDPoint draws an instance for every iteration; the others are what it is compared with"),
    RATIOS("Ratios", "ratios", "0.5, 0.75", "Factors on the side of the feature maps, each in (0, 1)"),
    POINTS("Points", "points", "every", "After every block, or after every other one, beginning with the first"),
    DRAWING("Drawing", "drawing", "paper", "As the paper says, or as the authors' published code does"),
    EPOCHS("Epochs", "epochs", "12", "Passes over the training images; all instances are evaluated after each"),
    BATCH("Batch", "batch", "64", "Images an iteration; all of them run under the one instance drawn"),
    LEARNING_RATE("Peak rate", "rate", "0.1", "Largest learning rate of the schedule; can be changed while training"),
    SCHEDULE(
            "Schedule",
            "schedule",
            "one-cycle",
            "One cycle: warm-up, then half a cosine to 0. Steps: constant, and lower after each milestone"),
    WARM_UP("Warm-up", "warm-up", "0.15", "Share of the run in which the rate rises from 5 % to its peak, in [0, 1)"),
    MILESTONES(
            "Milestones",
            "milestones",
            "0.3, 0.6, 0.8",
            "Shares of the run after which the rate drops, each in (0, 1): 0.3 or 40/115"),
    DROP("Drop", "drop", "0.2", "Factor on the rate at each milestone, in (0, 1)"),
    MOMENTUM("Momentum", "momentum", "0.9", "Nesterov momentum, in [0, 1)"),
    WEIGHT_DECAY("Weight decay", "decay", "5e-4", "L2 coefficient on convolution and classifier weights, in [0, 1)"),
    AUGMENTATION(
            "Augmentation",
            "augmentation",
            "crop",
            "Pads, crops at random and mirrors every other training image; resized crops cut a random part out of photographs"),
    PADDING("Padding", "padding", "4", "Pixels on each side before the crop, 0 … 64; 0 only mirrors"),
    DROPOUT("Dropout", "dropout", "0", "Rate of dropout within blocks, in [0, 1); the method Dropout takes 0.3 for 0"),
    SURVIVAL(
            "Survival",
            "survival",
            "1",
            "Stochastic depth: the last block's chance to be kept, in (0, 1]; 1 keeps all"),
    EVALUATION_IMAGES(
            "Evaluation",
            "evaluation",
            "500",
            "Validation images for the evaluation after each epoch; the end of the run uses all"),
    CALIBRATION_BATCHES(
            "Calibration",
            "calibration",
            "8",
            "Training batches from which every instance gets its own statistics at the end of the run"),
    CALIBRATION_SIZE("of images", "calibration-size", "250", "Images of a calibration batch, at least 2"),
    SEED("Seed", "seed", "7", "The same seed, recipe, images and machine give the same weights");

    private final String title;
    private final String id;
    private final String usual;
    private final String help;

    RecipeField(String title, String id, String usual, String help) {
        this.title = title;
        this.id = id;
        this.usual = usual;
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

    /** What stands there unless a person or a recipe says otherwise. */
    String usual() {
        return usual;
    }

    /** What it means, in a sentence. */
    String help() {
        return help;
    }
}
