package dev.sdpoint.app.library.models;

import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.engine.library.DeletedModel;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is shown of models. JavaFX thread only. */
final class ModelsModel {
    /** How far the list is. */
    enum Stage {
        LOOKING,
        READY,
        FAILED
    }

    private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
    private final ObservableList<DeletedModel> deleted = FXCollections.observableArrayList();
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.LOOKING);
    private final ObjectProperty<Optional<ModelRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ModelRow>> open = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Notice>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /** All models, those that come with the program first. */
    ObservableList<ModelRow> rows() {
        return rows;
    }

    /** What can be restored, the newest deletion first. */
    ObservableList<DeletedModel> deleted() {
        return deleted;
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /** The model whose card is shown; one of the rows. */
    ObjectProperty<Optional<ModelRow>> selectedProperty() {
        return selected;
    }

    /** The model that is open everywhere, if it is one of the rows. */
    ObjectProperty<Optional<ModelRow>> openProperty() {
        return open;
    }

    ObjectProperty<Optional<Notice>> noticeProperty() {
        return notice;
    }

    /** Whether models are being taken in or out. */
    BooleanProperty busyProperty() {
        return busy;
    }
}
