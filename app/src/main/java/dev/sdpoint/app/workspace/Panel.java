package dev.sdpoint.app.workspace;

import java.util.List;
import javafx.scene.Parent;

/** A view that comes on screen and leaves it: a place, or a page of one. All methods on the JavaFX thread. */
public interface Panel {
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

    /** The application ends: threads and native memory are released, running work is stopped safely. */
    default void close() {}
}
