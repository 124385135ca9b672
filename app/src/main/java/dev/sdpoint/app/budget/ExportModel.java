package dev.sdpoint.app.budget;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Files that are written for use elsewhere: how far that is and what came of it. JavaFX thread only. */
final class ExportModel {
    /**
     * What came of the last export.
     *
     * @param sentence what was written, or why nothing was
     * @param done the files; empty if nothing was written
     * @param asks whether it waits for the answer whether files may be replaced
     */
    record Note(String sentence, Optional<Written> done, boolean asks) {}

    /**
     * Files that were written.
     *
     * @param where the file, or the folder of several
     * @param python a program that runs the file
     * @param java the same
     */
    record Written(Path where, String python, String java) {}

    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Note>> note = new SimpleObjectProperty<>(Optional.empty());

    /** Whether files are being written. */
    BooleanProperty runningProperty() {
        return running;
    }

    /** What came of the last export; empty if there was none or it was read. */
    ObjectProperty<Optional<Note>> noteProperty() {
        return note;
    }
}
