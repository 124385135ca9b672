package dev.sdpoint.app.train;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
    private final ObjectProperty<Optional<QueuedRun>> edited = new SimpleObjectProperty<>(Optional.empty());

    /** In the order in which they will train. */
    ObservableList<QueuedRun> waiting() {
        return waiting;
    }

    /** Whether the next one waits for a person, although nothing trains. */
    BooleanProperty heldProperty() {
        return held;
    }

    /** The one that stands in the form to be changed: this very one, for another may equal it. */
    ObjectProperty<Optional<QueuedRun>> editedProperty() {
        return edited;
    }

    /** Where the one that stands in the form waits now; empty if none does, or if it waits no longer. */
    OptionalInt editedPosition() {
        return IntStream.range(0, waiting.size()).filter(this::isEdited).findFirst();
    }

    // The very same run, not an equal one: one recipe may wait several times.
    @SuppressWarnings("ReferenceEquality")
    private boolean isEdited(int position) {
        return edited.get().filter(run -> run == waiting.get(position)).isPresent();
    }
}
