package dev.sdpoint.app.analysis;

import dev.sdpoint.app.figure.Axis;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the course of runs can be drawn by, along either axis. */
enum Quantity {
    ITERATION("Iteration", Axis.linear("iteration"), Moment::iteration, false),
    EPOCH("Epoch", Axis.linear("epoch"), Moment::epoch, false),
    HOURS("Hours of learning", Axis.linear("hours of learning"), Moment::hours, false),
    LOSS("Loss", Axis.linear("training loss (nats)"), Moment::loss, false),
    TRAINING_ERROR("Training error", Axis.percent("training error"), moment -> 100 * moment.trainingError(), false),
    LEARNING_RATE("Learning rate", Axis.linear("learning rate"), Moment::learningRate, false),
    BEST_ERROR("Best error", Axis.percent("top-1 error of the best instance"), m -> 100 * m.bestError(), true),
    FULL_ERROR("Full error", Axis.percent("top-1 error at full resolution"), m -> 100 * m.fullError(), true);

    private final String title;
    private final Axis axis;
    private final ToDoubleFunction<Moment> value;
    private final boolean perEvaluation;

    Quantity(String title, Axis axis, ToDoubleFunction<Moment> value, boolean perEvaluation) {
        this.title = title;
        this.axis = axis;
        this.value = value;
        this.perEvaluation = perEvaluation;
    }

    /** Name in a choice. */
    String title() {
        return title;
    }

    /** The axis that measures it. */
    Axis axis() {
        return axis;
    }

    /** Its value, in the axis's unit; NaN where it is not known. */
    double of(Moment moment) {
        return value.applyAsDouble(moment);
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
