package dev.sdpoint.app.guide;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the window of the guide shows. JavaFX thread only; without nodes. */
final class GuideModel {
    private final ObjectProperty<Optional<GuideText>> text = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty problem = new SimpleStringProperty("");
    private final IntegerProperty section = new SimpleIntegerProperty(0);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<List<Match>> matches = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
    private final StringProperty address = new SimpleStringProperty("");
    private final BooleanProperty back = new SimpleBooleanProperty();
    private final BooleanProperty forward = new SimpleBooleanProperty();

    /** The guide, once it is read. */
    ObjectProperty<Optional<GuideText>> textProperty() {
        return text;
    }

    /** Why there is none, in a sentence; empty if nothing is wrong. */
    StringProperty problemProperty() {
        return problem;
    }

    /** The number of the heading that the reader is under. */
    IntegerProperty sectionProperty() {
        return section;
    }

    /** What is searched; empty for nothing. */
    StringProperty queryProperty() {
        return query;
    }

    /** Where it stands. */
    ObjectProperty<List<Match>> matchesProperty() {
        return matches;
    }

    /** The number of the match that the reader was led to; -1 if none. */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /** The address that the browser was given last, as long as that is told; empty if none. */
    StringProperty addressProperty() {
        return address;
    }

    /** Whether there is a spot to go back to. */
    BooleanProperty backProperty() {
        return back;
    }

    /** Whether there is a spot that the reader went back from. */
    BooleanProperty forwardProperty() {
        return forward;
    }

    /** The match that the reader was led to. */
    Optional<Match> chosenMatch() {
        int number = chosen.get();
        return number >= 0 && number < matches.get().size()
                ? Optional.of(matches.get().get(number))
                : Optional.empty();
    }
}
