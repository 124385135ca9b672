package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.RgbImage;
import java.nio.file.Path;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Several picture files that can be stepped through or played; no pictures but small ones of some. JavaFX thread only. */
final class FilmModel {
    /** Stands for no frame. */
    static final int NONE = -1;

    /**
     * What is known of a file after a look into it.
     *
     * @param thumbnail its middle square made small; empty if it is no picture
     * @param problem why it is no picture, in a sentence; empty if it is one
     */
    record Look(Optional<RgbImage> thumbnail, String problem) {
        boolean broken() {
            return thumbnail.isEmpty();
        }
    }

    private final StringProperty title = new SimpleStringProperty("");
    private final ObjectProperty<List<Path>> frames = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty at = new SimpleIntegerProperty(NONE);
    private final ObservableMap<Path, Look> looks = FXCollections.observableHashMap();
    private final StringProperty problems = new SimpleStringProperty("");
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final IntegerProperty perSecond = new SimpleIntegerProperty(2);

    /** What the files are: a folder's name, or how many. */
    StringProperty titleProperty() {
        return title;
    }

    /** The files in order; empty if there is no film. */
    ObjectProperty<List<Path>> framesProperty() {
        return frames;
    }

    /** The frame that is shown, or {@link #NONE}. */
    IntegerProperty atProperty() {
        return at;
    }

    /** What is known of files, above all of those near the frame that is shown. */
    ObservableMap<Path, Look> looks() {
        return looks;
    }

    /** Why files were left out, a sentence a line; empty if none was. */
    StringProperty problemsProperty() {
        return problems;
    }

    /** Whether the next frame comes by itself. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** Frames a second while playing, 1 to 10; fewer if the answers take longer. */
    IntegerProperty perSecondProperty() {
        return perSecond;
    }
}
