package dev.sdpoint.engine.training;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The peak learning rate in force: the recipe's, or the last one that a person set, in this session or before. One thread. */
final class PeakRate {
    private final double ofRecipe;
    private final RunControl control;
    private final RunLog log;
    private final Consumer<TrainingEvent> listener;

    PeakRate(double ofRecipe, RunControl control, RunLog log, Consumer<TrainingEvent> listener) {
        this.ofRecipe = ofRecipe;
        this.control = control;
        this.log = log;
        this.listener = listener;
    }

    double now() {
        return log.editedPeakRate().orElse(ofRecipe);
    }

    /** Takes over what a person asked for since; whether that changed anything. */
    boolean takeEdit(long iteration) {
        OptionalDouble asked = control.peakLearningRate();
        if (asked.isEmpty() || asked.getAsDouble() == now()) {
            return false;
        }
        log.rateEdited(iteration, asked.getAsDouble());
        tellIfEdited(iteration);
        return true;
    }

    /** Tells the world, unless it is the recipe's from the beginning. */
    void tellIfEdited(long iteration) {
        log.editedPeakRate().ifPresent(rate -> listener.accept(new TrainingEvent.PeakRateChanged(iteration, rate)));
    }
}
