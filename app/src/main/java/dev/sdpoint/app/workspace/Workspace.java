package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What is open and selected, shared by all places. JavaFX thread only. Empty until loading is done. */
public final class Workspace {
    private final ObjectProperty<Optional<OpenModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<DataSet>> data = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Outcomes>> outcomes = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(Sorting.NONE);
    private final ObjectProperty<Instance> selectedInstance = new SimpleObjectProperty<>(Instance.FULL);
    private final ObjectProperty<Optional<Integer>> selectedImage = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableSet<RunId> comparedRuns = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObjectProperty<Optional<Recipe>> wantedRecipe = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Path>> wantedRunFiles = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<OpenModel>> wantedModel = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> wantedModelFile = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RunNews>> run = new SimpleObjectProperty<>(Optional.empty());
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

    /** How far the answers are while they are not all known; changes about once a second while they are computed. */
    public ObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    /** The instance selected everywhere: by the slider, a click in a chart, a header. */
    public ObjectProperty<Instance> selectedInstanceProperty() {
        return selectedInstance;
    }

    /** The validation image that is looked at, by position in the open data set's validation part. */
    public ObjectProperty<Optional<Integer>> selectedImageProperty() {
        return selectedImage;
    }

    /** The recorded runs that stand side by side in the Analysis place, in the order they were added. */
    public ObservableSet<RunId> comparedRuns() {
        return comparedRuns;
    }

    /** A recipe that a person wants to train next, as from the list of runs; the Train place takes it into its form and empties this. */
    public ObjectProperty<Optional<Recipe>> wantedRecipeProperty() {
        return wantedRecipe;
    }

    /** Files of recorded runs that a person wants in the list of runs, as dropped on the window; the list takes them in and empties this. */
    public ObjectProperty<List<Path>> wantedRunFilesProperty() {
        return wantedRunFiles;
    }

    /** A model in memory that a person wants to have open, as one that was just trained; the window opens it, finds its answers, and empties this. */
    public ObjectProperty<Optional<OpenModel>> wantedModelProperty() {
        return wantedModel;
    }

    /** A file of the library of models that a person wants to see there; the library shows its card and empties this. */
    public ObjectProperty<Optional<Path>> wantedModelFileProperty() {
        return wantedModelFile;
    }

    /** The run that trains or was the last to train in this session; changes at most once a per cent. */
    public ObjectProperty<Optional<RunNews>> runProperty() {
        return run;
    }

    /** The place on screen; set it to go there. */
    public ObjectProperty<PlaceId> currentPlaceProperty() {
        return currentPlace;
    }
}
