package dev.sdpoint.app.library;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is said of the pictures that are kept of folders. JavaFX thread only. */
final class OwnFolderModel {
    /**
     * A line of the card.
     *
     * @param sentence empty if there is nothing to say
     * @param canEmpty whether there is something to delete
     */
    record Kept(String sentence, boolean canEmpty) {
        static final Kept NOTHING = new Kept("", false);
    }

    private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.NOTHING);

    ReadOnlyObjectProperty<Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    void show(Kept now) {
        kept.set(now);
    }
}
