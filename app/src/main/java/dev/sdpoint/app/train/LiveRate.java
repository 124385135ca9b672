package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.RunControl;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The peak learning rate of a run: the one in force, and the one that a person types. JavaFX thread only. */
final class LiveRate {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> error = new ReadOnlyObjectWrapper<>(Optional.empty());
    private double inForce;

    LiveRate() {
        text.addListener((value, before, after) -> error.set(problem(after)));
    }

    /** What stands in the field. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it. */
    ReadOnlyObjectProperty<Optional<String>> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The rate in force is known anew: it stands in the field, whatever stood there. */
    void show(double rate) {
        inForce = rate;
        text.set(RecipeEntries.number(rate));
    }

    /** The run tells its rate: it stands in the field, unless a person has typed another meanwhile. */
    void told(double rate) {
        boolean untouched = typed().isEmpty() && error.get().isEmpty();
        inForce = rate;
        if (untouched) {
            text.set(RecipeEntries.number(rate));
        }
    }

    /** The rate that a person has typed, if it is right and another than the one in force. */
    Optional<Double> typed() {
        if (error.get().isPresent() || text.get().isBlank()) {
            return Optional.empty();
        }
        double rate = RecipeNumbers.number(text.get().strip());
        return Double.compare(rate, inForce) == 0 ? Optional.empty() : Optional.of(rate);
    }

    private static Optional<String> problem(String typed) {
        try {
            new RunControl().setPeakLearningRate(RecipeNumbers.number(typed.strip()));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(RecipeReader.sentence(String.valueOf(e.getMessage())));
        }
    }
}
