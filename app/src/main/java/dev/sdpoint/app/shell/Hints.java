package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which {@link Hint} is on the screen. A hint is given from the first visit of its place on, goes away when it is closed or when the person
 * does what it suggests, and never comes back by itself. There is none before the first opening is over: until then the window has
 * its own hands full, and the places change without the person. JavaFX thread only; without nodes.
 */
final class Hints {
    private static final String KEY = "hint.";
    /** Whether hints are wanted at all; true unless said otherwise. */
    static final String WANTED = "hints";

    private final Workspace workspace;
    private final Preferences preferences;
    private final ReadOnlyBooleanProperty opened;
    private final ReadOnlyObjectWrapper<Optional<Hint>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Hints for a window.
     *
     * @param preferences where it is remembered which hints are done with
     * @param opened whether the first opening is over
     */
    Hints(Workspace workspace, Preferences preferences, ReadOnlyBooleanProperty opened) {
        this.workspace = workspace;
        this.preferences = preferences;
        this.opened = opened;
    }

    /** Begins to give hints. After the first place is there, whose own answers to what is opened are not what a person does. */
    void begin() {
        workspace.currentPlaceProperty().addListener((property, before, now) -> update());
        opened.addListener((property, before, now) -> update());
        workspace.selectedInstanceProperty().addListener((property, before, now) -> done(PlaceId.BUDGET));
        workspace.selectedImageProperty().addListener((property, before, now) -> done(PlaceId.GALLERY));
        workspace.runProperty().addListener((property, before, now) -> {
            if (now.map(RunNews::phase).filter(RunNews.Phase.TRAINING::equals).isPresent()) {
                done(PlaceId.TRAIN);
            }
        });
        workspace.dataProperty().addListener((property, before, now) -> done(PlaceId.LIBRARY));
        workspace.modelProperty().addListener((property, before, now) -> done(PlaceId.LIBRARY));
        update();
    }

    /** The one to be shown. */
    ReadOnlyObjectProperty<Optional<Hint>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The person has read it. */
    void close() {
        current.get().ifPresent(hint -> done(hint.place()));
    }

    /** The person wants none of them any more. */
    void closeAll() {
        preferences.putBoolean(WANTED, false);
        update();
    }

    /** All of them from the beginning. */
    void again() {
        preferences.putBoolean(WANTED, true);
        for (Hint hint : Hint.values()) {
            preferences.remove(KEY + hint.name());
        }
        update();
    }

    /** What was done elsewhere is not what the hint of this place suggests. */
    private void done(PlaceId place) {
        if (current.get().map(Hint::place).filter(place::equals).isPresent()) {
            preferences.putBoolean(KEY + Hint.of(place).name(), true);
            update();
        }
    }

    private void update() {
        Hint hint = Hint.of(workspace.currentPlaceProperty().get());
        boolean shown = opened.get()
                && preferences.getBoolean(WANTED, true)
                && !preferences.getBoolean(KEY + hint.name(), false);
        current.set(shown ? Optional.of(hint) : Optional.empty());
    }
}
