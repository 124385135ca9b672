package dev.sdpoint.app.budget.stream;

import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.inference.StreamTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the auto budget shows; no nodes. JavaFX thread only. */
final class StreamModel {
    /** How far it is. */
    enum Phase {
        /** No model or no images are open. */
        NOTHING_OPEN,
        READY,
        /** The times of the offers are measured. */
        SURVEYING,
        RUNNING,
        COMPARING
    }

    /** Where the images come from. */
    enum From {
        DATA_SET,
        /** The pictures that a person opened. */
        FILES
    }

    /**
     * The last image that was classified.
     *
     * @param picture as it is in the stream
     * @param answer first guess
     * @param probability of the guess, 0 … 1
     * @param truth its class; empty if not known
     * @param right whether the guess is the class
     * @param decodeMillis what it took to read and decode it; 0 if it was in memory
     */
    record Seen(
            RgbImage picture, String answer, double probability, String truth, boolean right, double decodeMillis) {}

    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.NOTHING_OPEN);
    private final ObjectProperty<From> from = new SimpleObjectProperty<>(From.DATA_SET);
    private final ObjectProperty<List<Path>> files = new SimpleObjectProperty<>(List.of());
    private final StringProperty filesTitle = new SimpleStringProperty("");
    private final StringProperty leftOut = new SimpleStringProperty("");
    private final BooleanProperty outOfReach = new SimpleBooleanProperty();
    private final ObjectProperty<TargetUnit> unit = new SimpleObjectProperty<>(TargetUnit.MILLIS);
    private final StringProperty target = new SimpleStringProperty("");
    private final StringProperty targetProblem = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty hint = new SimpleStringProperty("");
    private final BooleanProperty stressed = new SimpleBooleanProperty();
    private final DoubleProperty stress = new SimpleDoubleProperty(0.7);
    private final ObjectProperty<Optional<StreamTarget>> kept = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<TracePoint>> trace = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Seen>> seen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<StrategyResult>> results = new SimpleObjectProperty<>(List.of());

    ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    ObjectProperty<From> fromProperty() {
        return from;
    }

    /** The pictures that a person opened; empty if there are none. */
    ObjectProperty<List<Path>> filesProperty() {
        return files;
    }

    /** What they are, such as the name of their folder. */
    StringProperty filesTitleProperty() {
        return filesTitle;
    }

    /** How many of them are no pictures, to go on with after a sentence; blank if all are. */
    StringProperty leftOutProperty() {
        return leftOut;
    }

    /** Whether even the cheapest instance takes more than the target allows. */
    BooleanProperty outOfReachProperty() {
        return outOfReach;
    }

    ObjectProperty<TargetUnit> unitProperty() {
        return unit;
    }

    /** The number that was entered; blank for one that suits the machine. */
    StringProperty targetProperty() {
        return target;
    }

    /** What is wrong with it; blank if nothing is. */
    StringProperty targetProblemProperty() {
        return targetProblem;
    }

    /** Why the stream ended, if it failed; a sentence. */
    StringProperty problemProperty() {
        return problem;
    }

    /** What was measured of the machine. */
    StringProperty hintProperty() {
        return hint;
    }

    /** Whether processors are kept busy on purpose. */
    BooleanProperty stressedProperty() {
        return stressed;
    }

    /** Share of the time of each processor that the stress takes, 0 … 1. */
    DoubleProperty stressProperty() {
        return stress;
    }

    /** What the stream keeps to; empty before the first. */
    ObjectProperty<Optional<StreamTarget>> keptProperty() {
        return kept;
    }

    /** The last minute. */
    ObjectProperty<List<TracePoint>> traceProperty() {
        return trace;
    }

    ObjectProperty<Optional<Seen>> seenProperty() {
        return seen;
    }

    /** What a comparison has found so far. */
    ObjectProperty<List<StrategyResult>> resultsProperty() {
        return results;
    }
}
