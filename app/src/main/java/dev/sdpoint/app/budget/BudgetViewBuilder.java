package dev.sdpoint.app.budget;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.budget.stream.AutoBudgetView;
import dev.sdpoint.app.budget.stream.StreamFiles;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.theme.Sheets;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Builds the nodes of the Budget place: slider and headline that stay in sight; below them network, answers and picture. */
final class BudgetViewBuilder {
    private static final Texts TEXTS = Texts.of(BudgetViewBuilder.class);
    private static final double GAP = 12;
    private static final double LEAST_NETWORK = 164;
    private static final double MOST_NETWORK = 420; // beside a long picture card the answers stay in sight

    private final BudgetModel state;
    private final BudgetActions actions;
    private final BudgetDoors doors;
    private final ExportBar export;
    private final TimesInteractor times;
    private final AutoBudgetView automatic;
    private final NetworkStrip network = new NetworkStrip();

    BudgetViewBuilder(BudgetModel state, BudgetDoors doors) {
        this.state = state;
        this.doors = doors;
        this.actions = doors.budget();
        this.export = new ExportBar(state, doors.export());
        this.times = doors.times();
        this.automatic = doors.automatic();
    }

    /** The place. */
    Parent build() {
        StackPane place = new StackPane();
        place.getStyleClass().add("budget-place");
        Sheets.add(place, BudgetViewBuilder.class, "budget.css");
        PictureSources sources = new PictureSources(doors.pictures(), doors.film(), place);
        VBox page = new VBox(GAP, header(), sliderCard(), export.note(), body(sources, place));
        page.getStyleClass().add("place");
        BooleanBinding open =
                Bindings.createBooleanBinding(() -> state.axisProperty().get().isPresent(), state.axisProperty());
        page.visibleProperty().bind(open);
        Node empty = emptyState();
        empty.visibleProperty().bind(open.not());
        place.getChildren().addAll(page, empty);
        return place;
    }

    /** Ends animations; the place left the screen. */
    void settle() {
        network.settle();
    }

    private Node header() {
        Label title = new Label(TEXTS.get("place.title"));
        title.getStyleClass().add("place-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label subtitle = new Label();
        subtitle.getStyleClass().add("place-subtitle");
        subtitle.setMinWidth(0);
        subtitle.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> state.axisProperty()
                                .get()
                                .map(axis -> TEXTS.get(
                                        "place.subtitle",
                                        axis.offers().size(),
                                        state.modelNameProperty().get()))
                                .orElse(""),
                        state.axisProperty(),
                        state.modelNameProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, subtitle, space, handSwitch(), unitSwitch(), export.menu());
        row.getStyleClass().add("place-header");
        return row;
    }

    private Node handSwitch() {
        ToggleButton hand = new ToggleButton(TEXTS.get("place.hand"));
        hand.setId("budget-by-hand");
        hand.setTooltip(new Tooltip(TEXTS.get("place.hand.hint")));
        hand.getStyleClass().add(Styles.LEFT_PILL);
        ToggleButton auto = new ToggleButton(TEXTS.get("place.auto"));
        auto.setId("budget-auto");
        auto.setTooltip(new Tooltip(TEXTS.get("place.auto.hint")));
        auto.getStyleClass().add(Styles.RIGHT_PILL);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(hand, auto);
        group.selectToggle(hand);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else {
                state.automaticProperty().set(is == auto);
            }
        });
        HBox box = new HBox(hand, auto);
        box.getStyleClass().add("segmented");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(TEXTS.get("place.mover"));
        return box;
    }

    private Node unitSwitch() {
        HBox box = new HBox();
        box.setId("budget-unit");
        box.getStyleClass().add("segmented");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(TEXTS.get("place.unit"));
        ToggleGroup group = new ToggleGroup();
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && group.getToggles().contains(was)) {
                group.selectToggle(was); // one is always chosen
            }
        });
        state.unitsProperty().addListener((o, was, units) -> fillUnits(box, group, units));
        fillUnits(box, group, state.unitsProperty().get());
        state.unitProperty()
                .addListener((o, was, is) -> group.getToggles().stream()
                        .filter(t -> t.getUserData() == is)
                        .forEach(group::selectToggle));
        return box;
    }

    private void fillUnits(HBox box, ToggleGroup group, List<BudgetUnit> units) {
        box.getChildren().clear();
        group.getToggles().clear();
        for (int i = 0; i < units.size(); i++) {
            BudgetUnit unit = units.get(i);
            ToggleButton button = new ToggleButton(unit.title());
            button.setUserData(unit);
            button.setTooltip(new Tooltip(unit.meaning()));
            button.getStyleClass()
                    .add(i == 0 ? Styles.LEFT_PILL : i == units.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setSelected(unit == state.unitProperty().get());
            button.setOnAction(e -> actions.chooseUnit(unit));
            box.getChildren().add(button);
        }
    }

    private Node sliderCard() {
        BudgetSlider slider = new BudgetSlider(actions);
        state.axisProperty().addListener((o, was, is) -> slider.axisProperty().set(is.orElse(null)));
        slider.axisProperty().set(state.axisProperty().get().orElse(null));
        slider.budgetProperty().bind(state.budgetProperty());
        slider.selectedProperty().bind(state.instanceProperty());
        VBox card = new VBox(
                new HeadlinePane(state).build(), slider, new TimesBar(state, times::measure, times::cancel).build());
        card.getStyleClass().addAll("card", "slider-card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private Node body(PictureSources sources, Node place) {
        VBox answers = new AnswersPane(state, actions, doors.askAgain()).build();
        answers.setMinHeight(Region.USE_PREF_SIZE);
        VBox stream = automatic.build(new StreamFiles(
                state.film().framesProperty(),
                state.film().titleProperty(),
                state.pictureProblemProperty(),
                sources::chooseFolder));
        stream.setMinHeight(Region.USE_PREF_SIZE);
        VBox left = new VBox(GAP, networkCard(), answers, stream);
        VBox.setVgrow(stream, Priority.ALWAYS);
        shownIf(answers, state.automaticProperty().not());
        shownIf(stream, state.automaticProperty());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        VBox picture = new PicturePane(state, doors, sources).build(place);
        LivePicture live = new LivePicture();
        automatic.watch(live);
        shownIf(picture, state.automaticProperty().not());
        shownIf(live, state.automaticProperty());
        HBox row = new HBox(GAP, left, picture, live);
        ScrollPane scroll = ScrollPanes.of(row);
        scroll.getStyleClass().addAll("budget-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Inside its padding as wide as a picture of the usual 32 pixels is drawn sharp: a quarter to a third of the
        // place.
        picture.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> 32 * (1 + Math.max(7, Math.min(13, Math.floor(scroll.getWidth() * 0.27 / 32) - 1))),
                        scroll.widthProperty()));
        picture.minWidthProperty().bind(picture.prefWidthProperty());
        live.prefWidthProperty().bind(picture.prefWidthProperty());
        live.minWidthProperty().bind(picture.prefWidthProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static void shownIf(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private Node networkCard() {
        Label title = new Label(TEXTS.get("network.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label legend = new Label(TEXTS.get("network.legend"));
        legend.getStyleClass().add("card-subtitle");
        legend.setMinWidth(0);
        HBox head = new HBox(title, legend);
        head.getStyleClass().add("card-header");
        ScrollPane scroll = ScrollPanes.of(network);
        scroll.getStyleClass().addAll("network-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST_NETWORK);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(8, head, scroll, new BlockReadout(network, scroll).build());
        card.getStyleClass().add("card");
        card.setMaxHeight(MOST_NETWORK);
        VBox.setVgrow(card, Priority.ALWAYS);
        state.profileProperty().addListener((o, was, is) -> show(is));
        show(state.profileProperty().get());
        return card;
    }

    private void show(Optional<NetworkProfile> profile) {
        profile.ifPresent(p -> network.show(p, network.getScene() != null));
    }

    private Node emptyState() {
        FontIcon icon = new FontIcon(Material2MZ.TUNE);
        icon.getStyleClass().add("empty-icon");
        Label title = new Label(TEXTS.get("place.empty"));
        title.getStyleClass().add("empty-title");
        Label text = new Label(TEXTS.get("place.empty.text"));
        text.getStyleClass().add("empty-text");
        Button train = new Button(TEXTS.get("place.empty.train"));
        train.setId("budget-go-to-train");
        train.setOnAction(e -> actions.goToTraining());
        VBox box = new VBox(icon, title, text, train);
        box.getStyleClass().add("empty-state");
        box.setId("budget-empty");
        return box;
    }
}
