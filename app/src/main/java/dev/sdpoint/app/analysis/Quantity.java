package dev.sdpoint.app.analysis;

import dev.sdpoint.app.figure.Axis;
import java.util.Locale;

/** What the course of runs can be drawn by, along either axis. */
enum Quantity {
    ITERATION("Iteration", "iteration", false, false),
    EPOCH("Epoch", "epoch", false, false),
    HOURS("Hours of learning", "hours of learning", false, false),
    LOSS("Loss", "training loss (nats)", false, false),
    TRAINING_ERROR("Training error", "training error", true, false),
    LEARNING_RATE("Learning rate", "learning rate", false, false),
    BEST_ERROR("Best error", "top-1 error of the best instance", true, true),
    FULL_ERROR("Full error", "top-1 error at full resolution", true, true);

    private static final double PER_CENT = 100;

    private final String title;
    private final String label;
    private final boolean share;
    private final boolean perEvaluation;

    /** @param share whether it is one, shown in per cent */
    Quantity(String title, String label, boolean share, boolean perEvaluation) {
        this.title = title;
        this.label = label;
        this.share = share;
        this.perEvaluation = perEvaluation;
    }

    /** Name in a choice. */
    String title() {
        return title;
    }

    /** The axis that measures it. */
    Axis axis() {
        return share ? Axis.percent(label) : Axis.linear(label);
    }

    /** Its value, in the axis's unit; NaN where it is not known. */
    double of(Moment moment) {
        double value = switch (this) {
            case ITERATION -> moment.iteration();
            case EPOCH -> moment.epoch();
            case HOURS -> moment.hours();
            case LOSS -> moment.loss();
            case TRAINING_ERROR -> moment.trainingError();
            case LEARNING_RATE -> moment.learningRate();
            case BEST_ERROR -> moment.bestError();
            case FULL_ERROR -> moment.fullError();
        };
        return share ? PER_CENT * value : value;
    }

    /** Whether it is known at evaluations alone. */
    boolean perEvaluation() {
        return perEvaluation;
    }

    /** The title within a sentence. */
    String words() {
        return title.toLowerCase(Locale.ROOT);
    }
}
