package dev.sdpoint.app.train;

import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The recipe: what is trained, how, on what, and what it will cost. */
final class RecipeCard extends VBox {
    private static final List<String> NETWORKS = List.of("wrn-10-1", "wrn-16-1", "wrn-16-2", "wrn-28-10", "wrn-40-4");
    private static final double MOST_SPACING = 24;
    private static final double COMFORTABLE_SPACING = 14;
    private static final double LEAST_SPACING = 8;

    private final RecipeForm form;
    private final VBox locked = new VBox();
    private final VBox rows;
    private final FieldRow.Cell rate;
    private final ScrollPane scroll;

    RecipeCard(TrainModel model, Workspace workspace) {
        super();
        form = model.form();
        getStyleClass().addAll("card", "recipe-card");
        rate = FieldRow.text(form, RecipeField.LEARNING_RATE);
        FieldRow.Cell method = FieldRow.choice("Method", "SDPoint draws an instance for every iteration", methods());
        FieldRow.Cell schedule = FieldRow.choice(
                "Schedule",
                "One cycle: warm-up, then half a cosine to 0. Steps: ×0.2 at 30, 60 and 80 % of the run",
                schedules());
        FieldRow.Cell augmentation = FieldRow.choice(
                "Augmentation", "Pads by 4 pixels, crops at random, mirrors every other image", augmentations());
        FieldRow first = FieldRow.of(form, FieldRow.suggestions(form, RecipeField.NETWORK, NETWORKS));
        first.getChildren().add(1, facts());
        rows = new VBox(
                dataSet(workspace),
                first,
                FieldRow.of(form, method, text(RecipeField.RATIOS)),
                FieldRow.of(form, text(RecipeField.EPOCHS), text(RecipeField.BATCH)),
                FieldRow.of(form, rate, schedule),
                FieldRow.of(form, text(RecipeField.MOMENTUM), text(RecipeField.WEIGHT_DECAY)),
                FieldRow.of(form, augmentation, text(RecipeField.SEED)),
                FieldRow.of(form, text(RecipeField.EVALUATION_IMAGES), text(RecipeField.CALIBRATION_BATCHES)));
        rows.getStyleClass().add("recipe-rows");
        scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("recipe-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.viewportBoundsProperty().addListener((value, before, after) -> spread(after.getHeight()));
        rows.heightProperty()
                .addListener((value, before, after) ->
                        spread(scroll.getViewportBounds().getHeight()));
        getChildren().addAll(header(), scroll, cost(model));
        model.statusProperty()
                .addListener((value, before, after) -> lock(after.state().active()));
    }

    /** The input of the peak learning rate, which stays open while training. */
    TextField rateInput() {
        return (TextField) rate.node().lookup("#recipe-rate");
    }

    private FieldRow.Cell text(RecipeField field) {
        return FieldRow.text(form, field);
    }

    /** Changes when rows need more or less room, as with a sentence about an error. */
    ReadOnlyDoubleProperty contentHeightProperty() {
        return rows.heightProperty();
    }

    /** Height at which all rows are in sight, well apart. */
    double comfortableHeight() {
        double spacing =
                (COMFORTABLE_SPACING - rows.getSpacing()) * (rows.getChildren().size() - 1);
        double around = getInsets().getTop() + getInsets().getBottom() + 2 * getSpacing();
        double others = getChildren().get(0).prefHeight(rows.getWidth())
                + getChildren().get(2).prefHeight(rows.getWidth());
        return Math.ceil(rows.prefHeight(rows.getWidth()) + spacing + around + others + 4);
    }

    /** While training, the recipe is fixed but for the peak learning rate. */
    private void lock(boolean training) {
        locked.setDisable(training);
        for (Node row : rows.getChildren()) {
            for (Node cell : cells(row)) {
                cell.setDisable(training && cell != rate.node());
            }
        }
    }

    private static List<Node> cells(Node row) {
        if (row instanceof FieldRow fields && fields.getChildren().get(0) instanceof Region grid) {
            return List.copyOf(grid.getChildrenUnmodifiable());
        }
        return List.of();
    }

    /** Rows move apart to fill the card, within reason. */
    private void spread(double height) {
        double content = 0;
        for (Node row : rows.getChildren()) {
            content += row.prefHeight(rows.getWidth());
        }
        double free = (height - content - 4) / Math.max(1, rows.getChildren().size() - 1);
        rows.setSpacing(Math.floor(Math.max(LEAST_SPACING, Math.min(MOST_SPACING, free))));
    }

    private Node header() {
        Label title = new Label("Recipe");
        title.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space);
        header.getStyleClass().add("card-header");
        for (RecipePreset preset : RecipePreset.values()) {
            Button button = new Button(preset.title());
            button.getStyleClass().add("chip");
            button.setId("preset-" + preset.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setTooltip(new Tooltip(preset.help()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> form.load(preset.entries()));
            button.disableProperty().bind(locked.disableProperty());
            header.getChildren().add(button);
        }
        return header;
    }

    private static Node dataSet(Workspace workspace) {
        Label label = new Label("Data set");
        label.getStyleClass().add("field-label");
        Label name = new Label();
        name.setId("recipe-data");
        name.getStyleClass().add("strong");
        Label size = new Label();
        size.getStyleClass().add("field-hint");
        name.textProperty()
                .bind(workspace.dataProperty().map(d -> d.map(DataSet::title).orElse("Being opened …")));
        size.textProperty()
                .bind(workspace.dataProperty().map(d -> d.map(RecipeCard::size).orElse("")));
        VBox box = new VBox(label, name, size);
        box.getStyleClass().add("field");
        return box;
    }

    private static String size(DataSet data) {
        return String.format(
                Locale.ROOT,
                "%,d training · %,d validation images",
                data.training().size(),
                data.validation().size());
    }

    private Label facts() {
        Label facts = new Label();
        facts.setId("recipe-facts");
        facts.getStyleClass().add("field-hint");
        facts.textProperty()
                .bind(form.factsProperty().map(f -> f.map(RecipeCard::describe).orElse("")));
        facts.visibleProperty().bind(form.errorsProperty().map(errors -> !errors.containsKey(RecipeField.NETWORK)));
        facts.managedProperty().bind(facts.visibleProperty());
        return facts;
    }

    private static String describe(RecipeFacts facts) {
        int instances = facts.costs().size();
        return String.format(
                Locale.ROOT,
                "%.2f M parameters · %d points · %d instances",
                facts.parameters() / 1e6,
                facts.costs().get(instances - 1).instance().point(),
                instances);
    }

    private ComboBox<Method> methods() {
        ComboBox<Method> box = new ComboBox<>(FXCollections.observableArrayList(Method.values()));
        box.setId("recipe-method");
        box.setConverter(named(Method::title));
        box.valueProperty().bindBidirectional(form.methodProperty());
        return box;
    }

    private ComboBox<ScheduleChoice> schedules() {
        ComboBox<ScheduleChoice> box = new ComboBox<>(FXCollections.observableArrayList(ScheduleChoice.values()));
        box.setId("recipe-schedule");
        box.valueProperty().bindBidirectional(form.scheduleProperty());
        return box;
    }

    private ComboBox<Boolean> augmentations() {
        ComboBox<Boolean> box = new ComboBox<>(FXCollections.observableArrayList(true, false));
        box.setId("recipe-augmentation");
        box.setConverter(named(on -> on ? "crop 4, flip" : "none"));
        box.valueProperty().bindBidirectional(form.augmentProperty().asObject());
        return box;
    }

    private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    private Node cost(TrainModel model) {
        Label label = new Label("Expected iteration cost");
        label.getStyleClass().add("field-label");
        Label figure = new Label();
        figure.setId("recipe-cost");
        figure.getStyleClass().addAll("figure", "strong");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Region fill = new Region();
        fill.getStyleClass().addAll("bar-fill", "accent");
        StackPane bar = new StackPane(fill);
        bar.getStyleClass().add("bar-track");
        form.factsProperty().addListener((value, before, after) -> bar.requestLayout());
        fill.maxWidthProperty()
                .bind(bar.widthProperty()
                        .multiply(javafx.beans.binding.Bindings.createDoubleBinding(
                                () -> share(form.factsProperty().get()), form.factsProperty())));
        figure.textProperty()
                .bind(form.factsProperty()
                        .map(f -> f.map(facts ->
                                        String.format(Locale.ROOT, "%.0f %% of plain", 100 * facts.expectedCost()))
                                .orElse("")));
        Label time = new Label();
        time.setId("recipe-time");
        time.getStyleClass().add("field-hint");
        time.setWrapText(true);
        time.textProperty()
                .bind(model.durationProperty()
                        .map(d -> RunSentences.duration(d, model.paceProperty().get())));
        VBox box = new VBox(new HBox(label, space, figure), bar, time);
        box.getStyleClass().add("recipe-cost");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static double share(Optional<RecipeFacts> facts) {
        return facts.map(RecipeFacts::expectedCost).orElse(0.0);
    }
}
