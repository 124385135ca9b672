package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** Everything that the place shows; no nodes. JavaFX thread only. */
final class TrainModel {
    private final RecipeForm form = new RecipeForm(RecipePreset.QUICK_LOOK.entries());
    private final ObjectProperty<RunStatus> status = new SimpleObjectProperty<>(RunStatus.READY);
    private final ObjectProperty<RunCurves> curves = new SimpleObjectProperty<>(RunCurves.EMPTY);
    private final ObjectProperty<CostErrorData> costError = new SimpleObjectProperty<>(CostErrorData.EMPTY);
    private final BooleanProperty referenceShown = new SimpleBooleanProperty(true);
    private final ObservableSet<String> hiddenReferences = FXCollections.observableSet(new HashSet<>());
    private final ObservableList<LatencyProfile> latencies = FXCollections.observableArrayList();
    private final BooleanProperty measuring = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Recipe>> runRecipe = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<EvaluationSummary> history = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RecipeFacts>> runFacts = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Notice>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SdpModel>> result = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> saved = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UnfinishedRun>> unfinished = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PaceBook> pace = new SimpleObjectProperty<>(PaceBook.EMPTY);
    private final ObjectProperty<Optional<PaceBook.Estimate>> estimate = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty measuringPace = new SimpleBooleanProperty();
    private final LiveRate rate = new LiveRate();
    private final RunQueue queue = new RunQueue();

    TrainModel() {
        result.addListener((value, before, after) -> saved.set(Optional.empty()));
    }

    /** The recipe. */
    RecipeForm form() {
        return form;
    }

    /** Where the run stands. */
    ObjectProperty<RunStatus> statusProperty() {
        return status;
    }

    /** Loss, error and draws of the run. */
    ObjectProperty<RunCurves> curvesProperty() {
        return curves;
    }

    /** Evaluations of the run over the reference. */
    ObjectProperty<CostErrorData> costErrorProperty() {
        return costError;
    }

    /** Whether the open model's curve stands beside the run's. */
    BooleanProperty referenceShownProperty() {
        return referenceShown;
    }

    /** Labels of the references that a person does not want to see beside the run. */
    ObservableSet<String> hiddenReferences() {
        return hiddenReferences;
    }

    /** Networks that were timed on this machine. */
    ObservableList<LatencyProfile> latencies() {
        return latencies;
    }

    /** Whether networks are being timed. */
    BooleanProperty measuringProperty() {
        return measuring;
    }

    /** What the run that is shown trains. */
    ObjectProperty<Optional<Recipe>> runRecipeProperty() {
        return runRecipe;
    }

    /** All evaluations of the run, newest first. */
    ObservableList<EvaluationSummary> history() {
        return history;
    }

    /** Costs and probabilities of the run's instances; those of the form until there is a run. */
    ObjectProperty<Optional<RecipeFacts>> runFactsProperty() {
        return runFacts;
    }

    /** What a person should know now. */
    ObjectProperty<Optional<Notice>> noticeProperty() {
        return notice;
    }

    /** The finished model. */
    ObjectProperty<Optional<SdpModel>> resultProperty() {
        return result;
    }

    /** Where a person saved the finished model; empty while it was not. */
    ObjectProperty<Optional<Path>> savedProperty() {
        return saved;
    }

    /** A run that can go on. */
    ObjectProperty<Optional<UnfinishedRun>> unfinishedProperty() {
        return unfinished;
    }

    /** How fast runs trained on this machine. */
    ObjectProperty<PaceBook> paceProperty() {
        return pace;
    }

    /** How long the recipe in the form would train, if anything is known of it. */
    ObjectProperty<Optional<PaceBook.Estimate>> estimateProperty() {
        return estimate;
    }

    /** Whether the pace of the recipe in the form is being measured. */
    BooleanProperty measuringPaceProperty() {
        return measuringPace;
    }

    /** The peak learning rate of the run under way, or of the one that can go on. */
    LiveRate rate() {
        return rate;
    }

    /** What trains next. */
    RunQueue queue() {
        return queue;
    }
}
