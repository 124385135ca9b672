package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is open and selected, shared by all places. JavaFX thread only. Empty until loading is done. */
public final class Workspace {
    private final ObjectProperty<Optional<OpenModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<DataSet>> data = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Outcomes>> outcomes = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Instance> selectedInstance = new SimpleObjectProperty<>(Instance.FULL);
    private final ObjectProperty<Optional<Integer>> selectedImage = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PlaceId> currentPlace = new SimpleObjectProperty<>(PlaceId.BUDGET);

    /** The open model. */
    public ObjectProperty<Optional<OpenModel>> modelProperty() {
        return model;
    }

    /** The open data set. */
    public ObjectProperty<Optional<DataSet>> dataProperty() {
        return data;
    }

    /** Answers of the open model on the validation images of the open data set, in their order, once known. */
    public ObjectProperty<Optional<Outcomes>> outcomesProperty() {
        return outcomes;
    }

    /** The instance selected everywhere: by the slider, a click in a chart, a header. */
    public ObjectProperty<Instance> selectedInstanceProperty() {
        return selectedInstance;
    }

    /** The validation image that is looked at, by position in the open data set's validation part. */
    public ObjectProperty<Optional<Integer>> selectedImageProperty() {
        return selectedImage;
    }

    /** The place on screen; set it to go there. */
    public ObjectProperty<PlaceId> currentPlaceProperty() {
        return currentPlace;
    }
}
