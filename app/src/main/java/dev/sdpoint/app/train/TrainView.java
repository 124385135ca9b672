package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.NoticeBar;
import dev.sdpoint.app.theme.Sheets;
import dev.sdpoint.app.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Builds the nodes of the place and binds them to the model; decides nothing. */
final class TrainView {
    private static final Texts TEXTS = Texts.of(TrainView.class);
    private static final double NARROW = 1100;
    private static final double RECIPE_WIDTH = 304;
    private static final double NARROW_RECIPE_WIDTH = 272;
    private static final double LOWER_SHARE = 0.4;
    private static final double DRAWN_SHARE = 0.36;
    private static final double LEAST_HISTORY = 160;

    private final TrainModel model;
    private final RunButtons buttons;
    private final RecipeCard recipe;
    private final CostErrorCard costError;
    private final RunChartsCard curves;
    private final DrawnHistogram histogram = new DrawnHistogram();
    private final LiveRateField rate;
    private final QueueCard queue;
    private final HBox header;
    private final VBox root;

    TrainView(TrainModel model, Workspace workspace, TrainPieces pieces) {
        this.model = model;
        buttons = pieces.buttons().get();
        recipe = pieces.recipe().get();
        costError = pieces.costError().get();
        curves = pieces.curves().get();
        rate = new LiveRateField(model);
        queue = new QueueCard(model);
        recipe.setActions(buttons.start(), buttons.enqueue());
        header = header();
        root = new VBox(header, notice(), body());
        root.getStyleClass().addAll("place", "train");
        Sheets.add(root, TrainView.class, "train.css");
        costError
                .runningProperty()
                .bind(model.statusProperty().map(s -> s.state().active()));
        costError.computingProperty().bind(model.statusProperty().map(RunStatus::computes));
        costError.measuringProperty().bind(model.measuringProperty());
        Mirror.sets(model.hiddenReferences(), costError.chart().hiddenReferences());
        Bindings.bindContent(costError.chart().latencies(), model.latencies());
        costError.chart().dataProperty().bind(model.costErrorProperty());
        costError.chart().selectedProperty().bindBidirectional(workspace.selectedInstanceProperty());
        model.curvesProperty().addListener((value, before, after) -> showDrawn());
        model.runFactsProperty().addListener((value, before, after) -> showDrawn());
        showDrawn();
    }

    VBox root() {
        return root;
    }

    /** Title, status and buttons; what belongs to the title comes after it. */
    HBox headerLine() {
        return header;
    }

    RunButtons buttons() {
        return buttons;
    }

    RecipeCard recipe() {
        return recipe;
    }

    CostErrorCard costError() {
        return costError;
    }

    LiveRateField rate() {
        return rate;
    }

    QueueCard queue() {
        return queue;
    }

    private void showDrawn() {
        histogram.show(
                model.runFactsProperty().get(), model.curvesProperty().get().drawn());
    }

    private HBox header() {
        Label title = new Label(TEXTS.get("place.title"));
        title.getStyleClass().add("place-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label status = new Label();
        status.setId("train-status");
        status.getStyleClass().addAll("place-subtitle", "figure");
        status.textProperty().bind(model.statusProperty().map(RunStatus::sentence));
        ProgressBar progress = new ProgressBar();
        progress.setId("train-progress");
        progress.setAccessibleText(TEXTS.get("progress.accessible"));
        progress.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.statusProperty().get().state() == RunState.STARTING
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : model.statusProperty().get().progress(),
                        model.statusProperty()));
        progress.visibleProperty().bind(model.statusProperty().map(s -> s.state() != RunState.READY));
        progress.managedProperty().bind(progress.visibleProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        Label rateError = new Label();
        rateError.setId("error-train-rate");
        rateError.getStyleClass().add("field-error");
        rateError.textProperty().bind(model.rate().errorProperty().map(LiveRateField::error));
        rateError
                .visibleProperty()
                .bind(rate.visibleProperty().and(rateError.textProperty().isNotEmpty()));
        rateError.managedProperty().bind(rateError.visibleProperty());
        VBox text = new VBox(4, status, progress, rateError);
        text.getStyleClass().add("train-status");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox header = new HBox(title, text, rate, buttons);
        header.getStyleClass().add("place-header");
        return header;
    }

    private Node notice() {
        NoticeBar bar = new NoticeBar("train", () -> model.noticeProperty().set(Optional.empty()));
        model.noticeProperty()
                .subscribe(notice -> notice.ifPresentOrElse(
                        said -> bar.show(
                                said.sentence(),
                                said.problem(),
                                said.actions().stream().map(TrainView::button).toList()),
                        bar::hide));
        return bar.view();
    }

    private static Button button(Notice.Action action) {
        Button button = new Button(action.label());
        button.setId(action.id());
        button.setOnAction(event -> action.run().run());
        return button;
    }

    private Node body() {
        HBox.setHgrow(curves, Priority.ALWAYS);
        HBox lower = new HBox(curves, drawn());
        lower.getStyleClass().add("train-columns");
        VBox right = new VBox(costError, lower);
        right.getStyleClass().add("train-rows");
        VBox.setVgrow(costError, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        lower.prefHeightProperty().bind(right.heightProperty().multiply(LOWER_SHARE));
        lower.minHeightProperty().bind(lower.prefHeightProperty());
        VBox left = left();
        HBox body = new HBox(left, right);
        body.getStyleClass().add("train-columns");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        left.prefWidthProperty()
                .bind(Bindings.when(body.widthProperty().lessThan(NARROW - 200))
                        .then(NARROW_RECIPE_WIDTH)
                        .otherwise(RECIPE_WIDTH));
        left.setMinWidth(Region.USE_PREF_SIZE);
        right.setMinWidth(0);
        return body;
    }

    /** The list of evaluations comes where the recipe leaves room for it. */
    private VBox left() {
        HistoryCard history = new HistoryCard(model);
        VBox left = new VBox(recipe, queue, history);
        left.getStyleClass().add("train-rows");
        VBox.setVgrow(recipe, Priority.ALWAYS);
        VBox.setVgrow(history, Priority.ALWAYS);
        history.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> left.getHeight()
                                        - recipe.comfortableHeight()
                                        - (queue.isVisible() ? queue.getHeight() + 16 : 0)
                                >= LEAST_HISTORY,
                        left.heightProperty(),
                        queue.heightProperty(),
                        queue.visibleProperty(),
                        recipe.contentHeightProperty()));
        history.managedProperty().bind(history.visibleProperty());
        recipe.maxHeightProperty()
                .bind(Bindings.when(history.visibleProperty())
                        .then(Bindings.createDoubleBinding(recipe::comfortableHeight, recipe.contentHeightProperty()))
                        .otherwise(Double.MAX_VALUE));
        return left;
    }

    private Node drawn() {
        Label subtitle = new Label();
        subtitle.getStyleClass().addAll("card-subtitle", "figure");
        subtitle.textProperty()
                .bind(model.curvesProperty()
                        .map(c -> c.draws() == 0
                                ? TEXTS.get("histogram.subtitle")
                                : TEXTS.get("histogram.subtitle.drawn", c.draws())));
        Label cheapest = new Label(TEXTS.get("histogram.cheapest"));
        Label dearest = new Label(TEXTS.get("histogram.dearest"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox ends = new HBox(cheapest, space, dearest);
        List.of(cheapest, dearest).forEach(label -> label.getStyleClass().addAll("muted", "tiny"));
        VBox card = card(TEXTS.get("histogram.title"), subtitle, histogram);
        card.getChildren().add(ends);
        root(card);
        return card;
    }

    /** The histogram takes its share of the row. */
    private static void root(VBox card) {
        card.parentProperty().addListener((value, before, row) -> {
            if (row instanceof Region region) {
                card.prefWidthProperty().bind(region.widthProperty().multiply(DRAWN_SHARE));
                card.setMinWidth(0);
            }
        });
    }

    private static VBox card(String name, Label subtitle, Node content) {
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        subtitle.setMinWidth(0);
        HBox header = new HBox(title, subtitle);
        header.getStyleClass().add("card-header");
        VBox card = new VBox(header, content);
        card.getStyleClass().add("card");
        VBox.setVgrow(content, Priority.ALWAYS);
        return card;
    }
}
