package dev.sdpoint.app.analysis;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Instance;
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

/** Observable state of the questions to one model; no nodes. JavaFX thread only. */
final class StudyModel {
    private static final Texts TEXTS = Texts.of(StudyModel.class);
    private final ObjectProperty<Analysis> analysis = new SimpleObjectProperty<>(Analysis.RUNS);
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Candidate>> candidate = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Integer> imageCounts = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> images = new SimpleObjectProperty<>(0);
    private final ObservableList<Optional<Instance>> instances = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Instance>> instance = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<StudyState> state =
            new SimpleObjectProperty<>(new StudyState.Missing(TEXTS.get("missing.model"), "", false));
    private final StringProperty effort = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty running = new SimpleStringProperty("");
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private final StringProperty message = new SimpleStringProperty("");

    /** What the place shows. */
    ObjectProperty<Analysis> analysisProperty() {
        return analysis;
    }

    /** The models that can be asked: the open one first, then those of recorded runs. */
    ObservableList<Candidate> candidates() {
        return candidates;
    }

    /** The model that is asked. */
    ObjectProperty<Optional<Candidate>> candidateProperty() {
        return candidate;
    }

    /** How many images can be chosen, ascending; the last is all of them. */
    ObservableList<Integer> imageCounts() {
        return imageCounts;
    }

    /** On how many validation images. */
    ObjectProperty<Integer> imagesProperty() {
        return images;
    }

    /** The instances whose classes can be ranked; the first is empty and means the cheapest on offer. */
    ObservableList<Optional<Instance>> instances() {
        return instances;
    }

    /** Whose classes are ranked. */
    ObjectProperty<Optional<Instance>> instanceProperty() {
        return instance;
    }

    /** How far the question that is chosen has come. */
    ObjectProperty<StudyState> stateProperty() {
        return state;
    }

    /** What it takes to answer it, in words; blank while that is not known. */
    StringProperty effortProperty() {
        return effort;
    }

    /** Whether any question is being answered: one at a time. */
    BooleanProperty busyProperty() {
        return busy;
    }

    /** Which question is being answered, in words. */
    StringProperty runningProperty() {
        return running;
    }

    /** How far the running job is, 0 … 1; negative while it cannot tell. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** What the running job does, with the time left. */
    StringProperty messageProperty() {
        return message;
    }
}
