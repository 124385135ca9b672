package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the Budget place shows; no nodes. JavaFX thread only. */
final class BudgetModel {
    /**
     * The headline.
     *
     * @param chosen the selected instance
     * @param full the full network
     * @param margin half of the 95 % interval of the chosen error
     * @param fullMargin half of the 95 % interval of the full network's error
     * @param images number of validation images that the errors were counted on
     * @param offered whether no other instance costs no more in the chosen unit and errs no more
     * @param times where its milliseconds come from
     */
    record Headline(
            InstanceScore chosen,
            InstanceScore full,
            double margin,
            double fullMargin,
            int images,
            boolean offered,
            TimesModel.Source times) {}

    private final TimesModel times = new TimesModel();

    private final StringProperty modelName = new SimpleStringProperty("");
    private final ObjectProperty<BudgetUnit> unit = new SimpleObjectProperty<>(BudgetUnit.GFLOPS);
    private final ObjectProperty<List<BudgetUnit>> units = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<BudgetAxis>> axis = new SimpleObjectProperty<>(Optional.empty());
    private final DoubleProperty budget = new SimpleDoubleProperty();
    private final ObjectProperty<Instance> instance = new SimpleObjectProperty<>(Instance.FULL);
    private final ObjectProperty<Optional<Headline>> headline = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<NetworkProfile>> profile = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty automatic = new SimpleBooleanProperty();
    private final BooleanProperty dataOpen = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<PictureIndex>> imageIndex = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty findProblem = new SimpleStringProperty("");
    private final BooleanProperty hardKnown = new SimpleBooleanProperty();
    private final ObjectProperty<List<HardPick>> hardPicks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Picture>> picture = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Crop>> crop = new SimpleObjectProperty<>(Optional.empty());
    private final FilmModel film = new FilmModel();
    private final ExportModel export = new ExportModel();
    private final BooleanProperty smallMultiple = new SimpleBooleanProperty();
    private final ObjectProperty<List<InstanceCard>> cards = new SimpleObjectProperty<>(List.of());
    private final StringProperty trueClass = new SimpleStringProperty("");
    private final StringProperty need = new SimpleStringProperty("");
    private final StringProperty pictureProblem = new SimpleStringProperty("");
    private final BooleanProperty readingPicture = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Comparison>> comparison = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final StringProperty answerProblem = new SimpleStringProperty("");
    private final ObjectProperty<List<InstanceCell>> cells = new SimpleObjectProperty<>(List.of());

    /** What is known of its milliseconds. */
    TimesModel times() {
        return times;
    }

    /** Name of the open model; empty if none is open. */
    StringProperty modelNameProperty() {
        return modelName;
    }

    /** What budgets are counted in. */
    ObjectProperty<BudgetUnit> unitProperty() {
        return unit;
    }

    /** Units that this model has numbers for. */
    ObjectProperty<List<BudgetUnit>> unitsProperty() {
        return units;
    }

    /** The line of offers; empty without a model. */
    ObjectProperty<Optional<BudgetAxis>> axisProperty() {
        return axis;
    }

    /** The budget in the axis's unit. */
    DoubleProperty budgetProperty() {
        return budget;
    }

    /** The selected instance. */
    ObjectProperty<Instance> instanceProperty() {
        return instance;
    }

    /** Cost and error of the selected instance and the full network; empty without a model. */
    ObjectProperty<Optional<Headline>> headlineProperty() {
        return headline;
    }

    /** The network under the selected instance; empty without a model. */
    ObjectProperty<Optional<NetworkProfile>> profileProperty() {
        return profile;
    }

    /** Whether the budget follows the load of the machine, instead of a hand. */
    BooleanProperty automaticProperty() {
        return automatic;
    }

    /** Whether there are validation images to go through. */
    BooleanProperty dataOpenProperty() {
        return dataOpen;
    }

    /** Validation images by number and class; empty without a data set. */
    ObjectProperty<Optional<PictureIndex>> imageIndexProperty() {
        return imageIndex;
    }

    /** Why what was looked for is not found, in a sentence; empty if it was. */
    StringProperty findProblemProperty() {
        return findProblem;
    }

    /** Whether it is known which images are hard. */
    BooleanProperty hardKnownProperty() {
        return hardKnown;
    }

    /** Hard images that come next, to choose from. */
    ObjectProperty<List<HardPick>> hardPicksProperty() {
        return hardPicks;
    }

    /** The picture. */
    ObjectProperty<Optional<Picture>> pictureProperty() {
        return picture;
    }

    /** The square that is wanted of a person's own picture, which what the model sees follows; empty for other pictures. */
    ObjectProperty<Optional<Crop>> cropProperty() {
        return crop;
    }

    /** Several pictures that can be stepped through. */
    FilmModel film() {
        return film;
    }

    /** Files that are written for use elsewhere. */
    ExportModel export() {
        return export;
    }

    /** Whether every instance's answer is wanted in {@link #cardsProperty()}. */
    BooleanProperty smallMultipleProperty() {
        return smallMultiple;
    }

    /** All instances from the cheapest to the dearest with their first guesses; empty unless they are wanted. */
    ObjectProperty<List<InstanceCard>> cardsProperty() {
        return cards;
    }

    /** Name of the picture's class; empty if not known. */
    StringProperty trueClassProperty() {
        return trueClass;
    }

    /** How much of the network the picture needs, in words; empty if not known. */
    StringProperty needProperty() {
        return need;
    }

    /** Why the last picture could not be opened, in a sentence; empty if it could. */
    StringProperty pictureProblemProperty() {
        return pictureProblem;
    }

    /** Whether a picture is being read. */
    BooleanProperty readingPictureProperty() {
        return readingPicture;
    }

    /** The last answers to have come; empty before the first. */
    ObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison;
    }

    /** Whether {@link #comparisonProperty()} is not about the present picture and instance yet. */
    BooleanProperty waitingProperty() {
        return waiting;
    }

    /** Why there is no answer, in a sentence; empty if there is or will be one. */
    StringProperty answerProblemProperty() {
        return answerProblem;
    }

    /** All instances from the cheapest to the dearest with what they say of the picture. */
    ObjectProperty<List<InstanceCell>> cellsProperty() {
        return cells;
    }
}
