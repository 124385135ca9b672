package dev.sdpoint.app.train;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs that wait. JavaFX thread only. */
final class RunQueue {
    private final ObservableList<QueuedRun> waiting = FXCollections.observableArrayList();
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Integer>> edited = new SimpleObjectProperty<>(Optional.empty());

    /** In the order in which they will train. */
    ObservableList<QueuedRun> waiting() {
        return waiting;
    }

    /** Whether the next one waits for a person, although nothing trains. */
    BooleanProperty heldProperty() {
        return held;
    }

    /** Position of the one that stands in the form to be changed. */
    ObjectProperty<Optional<Integer>> editedProperty() {
        return edited;
    }
}
