package dev.sdpoint.app.shell;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the window shows of opening models and data: what is being loaded, and what is to be said. JavaFX thread only. */
final class Opening {
    private final ReadOnlyStringWrapper modelLoading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dataLoading = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());

    /** Name of the model that is being loaded, or empty. */
    ReadOnlyStringProperty modelLoadingProperty() {
        return modelLoading.getReadOnlyProperty();
    }

    /** Name of the data that is being loaded, or empty. */
    ReadOnlyStringProperty dataLoadingProperty() {
        return dataLoading.getReadOnlyProperty();
    }

    /** What is to be said now; set it to empty when the person has dismissed it. */
    ObjectProperty<Optional<Message>> messageProperty() {
        return message;
    }

    void modelLoads(String name) {
        modelLoading.set(name);
    }

    void dataLoads(String name) {
        dataLoading.set(name);
    }

    void say(Message text) {
        message.set(Optional.of(text));
    }
}
