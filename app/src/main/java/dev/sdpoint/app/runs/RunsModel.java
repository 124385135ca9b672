package dev.sdpoint.app.runs;

import dev.sdpoint.app.workspace.Notice;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** What the list shows. JavaFX thread only. */
final class RunsModel {
    /** How far reading the runs is. */
    enum Stage {
        /** They were not read yet. */
        OPENING,
        /** They are there, if there are any. */
        READY,
        /** They cannot be read; the problem says why. */
        FAILED
    }

    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.OPENING);
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObservableList<RunRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.runProperty()});
    private final FilteredList<RunRow> found = new FilteredList<>(rows);
    private final ObservableList<RunRow> selected = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty deletedShown = new SimpleBooleanProperty();
    private final IntegerProperty deletedCount = new SimpleIntegerProperty();
    private final BooleanProperty writable = new SimpleBooleanProperty(true);
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Notice>> notice = new SimpleObjectProperty<>(Optional.empty());

    RunsModel() {
        search.addListener((value, before, now) -> found.setPredicate(row -> row.matches(now)));
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /** Why the runs cannot be read. */
    StringProperty problemProperty() {
        return problem;
    }

    /** All runs, or all deleted ones, whichever are shown. */
    ObservableList<RunRow> rows() {
        return rows;
    }

    /** Those of them that match the search. */
    ObservableList<RunRow> found() {
        return found;
    }

    /** Those that a person has selected, as the view tells. */
    ObservableList<RunRow> selected() {
        return selected;
    }

    /** Words that a run must have. */
    StringProperty searchProperty() {
        return search;
    }

    /** Whether the deleted runs are shown instead of the others. */
    BooleanProperty deletedShownProperty() {
        return deletedShown;
    }

    /** How many runs are deleted and can be brought back. */
    IntegerProperty deletedCountProperty() {
        return deletedCount;
    }

    /** Whether runs can be changed. */
    BooleanProperty writableProperty() {
        return writable;
    }

    /** Whether a person types a name into the list: it keeps still then. */
    BooleanProperty editingProperty() {
        return editing;
    }

    /** Whether files are being written or read. */
    BooleanProperty busyProperty() {
        return busy;
    }

    /** What the bar above the list says. */
    ObjectProperty<Optional<Notice>> noticeProperty() {
        return notice;
    }
}
