package dev.sdpoint.app.gallery;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The comparison with another model; no nodes. JavaFX thread only. */
final class CompareModel {
    /** How far the comparison has come. */
    enum Stage {
        NONE,
        RUNNING,
        REFUSED,
        READY
    }

    private final ObservableList<OtherModel> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.NONE);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty openName = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty message = new SimpleStringProperty("");
    private final ObjectProperty<Optional<GroupMoves>> moves = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final BooleanProperty tableShown = new SimpleBooleanProperty(true);

    /** Models that can be compared with, besides those in files. */
    ObservableList<OtherModel> choices() {
        return choices;
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /** Name of the other model. */
    StringProperty nameProperty() {
        return name;
    }

    /** Name of the model that is open. */
    StringProperty openNameProperty() {
        return openName;
    }

    /** Why there is no comparison, as a sentence and a remedy; for {@link Stage#REFUSED}. */
    StringProperty problemProperty() {
        return problem;
    }

    /** How far the other model's sweep is, 0 … 1; below 0 while nobody knows. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** How far that is in words. */
    StringProperty messageProperty() {
        return message;
    }

    /** Which images moved; for {@link Stage#READY}, empty while the comparison waits, and for moments while it is counted. */
    ObjectProperty<Optional<GroupMoves>> movesProperty() {
        return moves;
    }

    /** Whether there is an other model, but the open one has not answered all images. */
    BooleanProperty waitingProperty() {
        return waiting;
    }

    /** Whether the table of groups is open. */
    BooleanProperty tableShownProperty() {
        return tableShown;
    }
}
