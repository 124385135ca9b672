package dev.sdpoint.app.shell;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the window shows of opening models and data: what is being loaded, and what is to be said. JavaFX thread only. */
final class Opening {
    private final ReadOnlyStringWrapper modelLoading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dataLoading = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper firstEnded = new ReadOnlyBooleanWrapper();
    private Optional<Message> standing = Optional.empty();

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

    /**
     * Whether the first opening is over: answers are there, or it is said why none are. From then on the processor is free for what the window
     * did without.
     */
    ReadOnlyBooleanProperty firstEndedProperty() {
        return firstEnded.getReadOnlyProperty();
    }

    /** An opening is over, well or not. */
    void ended() {
        firstEnded.set(true);
    }

    /** Sets what there is to know of the open data, and shows it; empty if there is nothing to know. */
    void setStanding(Optional<Message> about) {
        boolean shown = standing.isPresent() && message.get().equals(standing);
        standing = about;
        if (shown || about.isPresent()) {
            message.set(about);
        }
    }

    /** Says something of the open data, behind what there is to know of it. */
    void sayOfData(Message text) {
        say(standing.map(about -> about.followedBy(text)).orElse(text));
    }

    /** What was said of the open data is over. */
    void settle() {
        message.set(standing);
    }

    void modelLoads(String name) {
        modelLoading.set(name);
    }

    void dataLoads(String name) {
        dataLoading.set(name);
    }

    /** Says something that nobody asked for: a problem that is on show stays, behind it. */
    void mention(Message text) {
        say(message.get()
                .filter(shown -> shown.kind() == Message.Kind.PROBLEM)
                .map(text::followedBy)
                .orElse(text));
    }

    void say(Message text) {
        message.set(Optional.of(text));
    }
}
