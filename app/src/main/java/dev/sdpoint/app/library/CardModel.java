package dev.sdpoint.app.library;

import dev.sdpoint.engine.download.DataArchive;
import dev.sdpoint.engine.download.Removed;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is known of one published data set. JavaFX thread only. */
final class CardModel {
    private final DataArchive archive;
    private final ObjectProperty<CardState> state = new SimpleObjectProperty<>(new CardState.Unknown());
    private final StringProperty mirror = new SimpleStringProperty("");
    private final BooleanProperty mirrorShown = new SimpleBooleanProperty();
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Removed>> removed = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty open = new SimpleBooleanProperty();

    CardModel(DataArchive archive) {
        this.archive = archive;
    }

    DataArchive archive() {
        return archive;
    }

    ObjectProperty<CardState> stateProperty() {
        return state;
    }

    /** The address that a person typed; empty for the official one. */
    StringProperty mirrorProperty() {
        return mirror;
    }

    /** Whether the field for the address is shown. */
    BooleanProperty mirrorShownProperty() {
        return mirrorShown;
    }

    /** What went wrong last; empty if nothing did. */
    StringProperty problemProperty() {
        return problem;
    }

    /** What was removed or discarded of it and can be brought back. */
    ObjectProperty<Optional<Removed>> removedProperty() {
        return removed;
    }

    /** Whether its images are those that are open. */
    BooleanProperty openProperty() {
        return open;
    }
}
