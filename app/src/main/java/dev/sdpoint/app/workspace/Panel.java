package dev.sdpoint.app.workspace;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** A view that comes on screen and leaves it: a place, or a page of one. All methods on the JavaFX thread. */
public interface Panel {
    /** The window's key for {@link #undo()}, wherever in it the focus is; in a field of text it takes back what was typed. */
    KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    /** The nodes; built on the first call, the same afterwards. */
    Parent view();

    /**
     * The work of {@link #view()} in pieces, for times when nobody waits: each of them is built when it is run, and {@code view} builds
     * what is missing then.
     */
    default List<Piece<?>> pieces() {
        return List.of();
    }

    /** It came on screen. */
    default void shown() {}

    /** It left the screen: pumps and animations stop. */
    default void hidden() {}

    /** Brings back what was taken away here last; nothing if there is nothing. */
    default void undo() {}

    /** The application ends: threads and native memory are released, running work is stopped safely. */
    default void close() {}
}
