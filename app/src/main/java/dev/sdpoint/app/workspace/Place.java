package dev.sdpoint.app.workspace;

/** One place of the sidebar. All methods on the JavaFX thread. */
public interface Place extends Panel {
    /** Which place this is. */
    PlaceId id();
}
