package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.inference.Prediction;
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

/** What the network says of the selected image beyond what is recorded; no nodes. JavaFX thread only. */
final class DetailModel {
    private final ObjectProperty<Optional<Prediction>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Prediction>> full = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<MapStory>> maps = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Integer>> points = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty point = new SimpleIntegerProperty();
    private final IntegerProperty block = new SimpleIntegerProperty();
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final StringProperty problem = new SimpleStringProperty("");

    /** The answer of the selected instance about the selected image, once there. */
    ObjectProperty<Optional<Prediction>> selectedProperty() {
        return selected;
    }

    /** The answer of the full network about the selected image, once there. */
    ObjectProperty<Optional<Prediction>> fullProperty() {
        return full;
    }

    /** The feature maps of the selected image, once there; those of the image before stay until then. */
    ObjectProperty<Optional<MapStory>> mapsProperty() {
        return maps;
    }

    /** The downsampling points that the open model has instances of, ascending. */
    ObjectProperty<List<Integer>> pointsProperty() {
        return points;
    }

    /** The point whose feature maps are compared; 0 where there is none. */
    IntegerProperty pointProperty() {
        return point;
    }

    /** The block whose maps are shown: that of the point or a later one. */
    IntegerProperty blockProperty() {
        return block;
    }

    /** Whether maps are being computed. */
    BooleanProperty waitingProperty() {
        return waiting;
    }

    /** Why the network gave no answer, as a sentence; blank if it did. */
    StringProperty problemProperty() {
        return problem;
    }
}
