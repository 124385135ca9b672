package dev.sdpoint.app.gallery;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which images are selected together; no nodes. JavaFX thread only. */
final class PickModel {
    private final ObjectProperty<Picks> picks = new SimpleObjectProperty<>(Picks.NONE);

    /** The images that are selected together; empty where only one image is looked at. */
    ObjectProperty<Picks> picksProperty() {
        return picks;
    }

    /** Whether an image is one of them. */
    boolean contains(int image) {
        return picks.get().contains(image);
    }
}
