package dev.sdpoint.app.analysis;

import dev.sdpoint.app.figure.Axis;
import dev.sdpoint.app.text.Texts;

/** What the course of runs can be drawn by, along either axis. */
enum Quantity {
    ITERATION(false, false),
    EPOCH(false, false),
    HOURS(false, false),
    LOSS(false, false),
    TRAINING_ERROR(true, false),
    LEARNING_RATE(false, false),
    BEST_ERROR(true, true),
    FULL_ERROR(true, true);

    private static final Texts TEXTS = Texts.of(Quantity.class);
    private static final double PER_CENT = 100;

    private final boolean share;
    private final boolean perEvaluation;

    /** @param share whether it is one, shown in per cent */
    Quantity(boolean share, boolean perEvaluation) {
        this.share = share;
        this.perEvaluation = perEvaluation;
    }

    /** Name in a choice. */
    String title() {
        return switch (this) {
            case ITERATION -> TEXTS.get("quantity.iteration");
            case EPOCH -> TEXTS.get("quantity.epoch");
            case HOURS -> TEXTS.get("quantity.hours");
            case LOSS -> TEXTS.get("quantity.loss");
            case TRAINING_ERROR -> TEXTS.get("quantity.training-error");
            case LEARNING_RATE -> TEXTS.get("quantity.learning-rate");
            case BEST_ERROR -> TEXTS.get("quantity.best-error");
            case FULL_ERROR -> TEXTS.get("quantity.full-error");
        };
    }

    /** The axis that measures it. */
    Axis axis() {
        return share ? Axis.percent(label()) : Axis.linear(label());
    }

    private String label() {
        return switch (this) {
            case ITERATION -> TEXTS.get("quantity.iteration.axis");
            case EPOCH -> TEXTS.get("quantity.epoch.axis");
            case HOURS -> TEXTS.get("quantity.hours.axis");
            case LOSS -> TEXTS.get("quantity.loss.axis");
            case TRAINING_ERROR -> TEXTS.get("quantity.training-error.axis");
            case LEARNING_RATE -> TEXTS.get("quantity.learning-rate.axis");
            case BEST_ERROR -> TEXTS.get("quantity.best-error.axis");
            case FULL_ERROR -> TEXTS.get("quantity.full-error.axis");
        };
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
        return switch (this) {
            case ITERATION -> TEXTS.get("quantity.iteration.words");
            case EPOCH -> TEXTS.get("quantity.epoch.words");
            case HOURS -> TEXTS.get("quantity.hours.words");
            case LOSS -> TEXTS.get("quantity.loss.words");
            case TRAINING_ERROR -> TEXTS.get("quantity.training-error.words");
            case LEARNING_RATE -> TEXTS.get("quantity.learning-rate.words");
            case BEST_ERROR -> TEXTS.get("quantity.best-error.words");
            case FULL_ERROR -> TEXTS.get("quantity.full-error.words");
        };
    }
}
