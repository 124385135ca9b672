package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.LatencyProfile;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is known of the open model's milliseconds; no nodes. JavaFX thread only. */
final class TimesModel {
    /** Where the milliseconds on screen come from. */
    enum Source {
        /** There are none. */
        NONE,
        /** They stand in the model, from where it was evaluated. */
        RECORDED,
        /** They were measured on this machine. */
        HERE
    }

    /** What else computes for the window, beside which nothing can be measured. */
    enum Busy {
        NOTHING,
        /** A run trains. */
        TRAINING,
        /** A stream runs, with or without stress. */
        STREAMING,
        /** The answers to all images are being computed. */
        ANSWERING
    }

    /**
     * A measurement on this machine.
     *
     * @param machine in words
     */
    record Measured(LatencyProfile profile, String machine) {}

    private final ObjectProperty<Optional<Measured>> measured = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.NONE);
    private final StringProperty recordedOn = new SimpleStringProperty("");
    private final BooleanProperty measuring = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private final ObjectProperty<Busy> busy = new SimpleObjectProperty<>(Busy.NOTHING);
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty disagreement = new SimpleStringProperty("");

    /** What the open model takes on this machine; empty until it was measured. */
    ObjectProperty<Optional<Measured>> measuredProperty() {
        return measured;
    }

    /** Where the times that axis and headline use come from. */
    ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** The machine on which the model's own times were recorded, in words; empty if not known. */
    StringProperty recordedOnProperty() {
        return recordedOn;
    }

    /** Whether the model is being measured. */
    BooleanProperty measuringProperty() {
        return measuring;
    }

    /** How far the measurement is, 0 … 1; negative while it cannot tell. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** Why nothing can be measured now. */
    ObjectProperty<Busy> busyProperty() {
        return busy;
    }

    /** What went wrong with the last measurement, in a sentence; empty if nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Where FLOPs and milliseconds put offers in different orders, in a sentence; empty where they agree. */
    StringProperty disagreementProperty() {
        return disagreement;
    }
}
