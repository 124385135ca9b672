package dev.sdpoint.app.gallery;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is being written; no nodes. JavaFX thread only. */
final class ExportModel {
    /** Numbers of images in a row of a contact sheet that can be chosen. */
    static final List<Integer> ROW_LENGTHS = List.of(8, 12, 16, 24);

    private final ObjectProperty<Integer> perRow = new SimpleObjectProperty<>(12);
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty message = new SimpleStringProperty("");

    /** Most images in a row of a contact sheet. */
    ObjectProperty<Integer> perRowProperty() {
        return perRow;
    }

    /** Whether something is being written. */
    BooleanProperty runningProperty() {
        return running;
    }

    /** How far that is, 0 … 1; below 0 while nobody knows. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** How far that is in words. */
    StringProperty messageProperty() {
        return message;
    }
}
