package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.engine.store.RunSummary;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Observable state of the comparison of runs; no nodes. JavaFX thread only. */
final class CompareModel {
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final StringProperty listProblem = new SimpleStringProperty("");
    private final BooleanProperty listed = new SimpleBooleanProperty();
    private final BooleanProperty openShown = new SimpleBooleanProperty(true);
    private final BooleanProperty sampleShown = new SimpleBooleanProperty();
    private final BooleanProperty best = new SimpleBooleanProperty();
    private final ObjectProperty<Quantity> x = new SimpleObjectProperty<>(Quantity.EPOCH);
    private final ObjectProperty<Quantity> y = new SimpleObjectProperty<>(Quantity.LOSS);
    private final StringProperty shares = new SimpleStringProperty("40, 60, 80");
    private final StringProperty sharesProblem = new SimpleStringProperty("");
    private final ObjectProperty<Optional<StudyResult>> result = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final StringProperty notice = new SimpleStringProperty("");

    /** All recorded runs, the newest first. */
    ObservableList<RunSummary> runs() {
        return runs;
    }

    /** Why there is no list of runs; blank if there is one. */
    StringProperty listProblemProperty() {
        return listProblem;
    }

    /** Whether the runs have been listed. */
    BooleanProperty listedProperty() {
        return listed;
    }

    /** Whether the open model's record stands beside the runs. */
    BooleanProperty openShownProperty() {
        return openShown;
    }

    /** Whether the sample model's record stands beside the runs. */
    BooleanProperty sampleShownProperty() {
        return sampleShown;
    }

    /** Each run's best evaluation instead of its newest. */
    BooleanProperty bestProperty() {
        return best;
    }

    /** What the courses are drawn over. */
    ObjectProperty<Quantity> xProperty() {
        return x;
    }

    /** What is drawn of the courses. */
    ObjectProperty<Quantity> yProperty() {
        return y;
    }

    /** Budgets of the table, as they are written. */
    StringProperty sharesProperty() {
        return shares;
    }

    /** Why what is written is refused; blank if it is not. */
    StringProperty sharesProblemProperty() {
        return sharesProblem;
    }

    /** What came out; empty while nothing stands side by side. */
    ObjectProperty<Optional<StudyResult>> resultProperty() {
        return result;
    }

    /** Whether runs are being read. */
    BooleanProperty readingProperty() {
        return reading;
    }

    /** What is missing in the result, or why there is none; blank if all is there. */
    StringProperty noticeProperty() {
        return notice;
    }
}
