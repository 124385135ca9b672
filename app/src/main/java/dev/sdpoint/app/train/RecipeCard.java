package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.ScrollPanes;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The recipe of the next run: what is trained, how, on what, and what it will cost. */
final class RecipeCard extends VBox {
    private static final Texts TEXTS = Texts.of(RecipeCard.class);
    private static final double MOST_SPACING = 16;
    private static final double LEAST_SPACING = 8;

    private final RecipeForm form;
    private final VBox rows;
    private final ScrollPane scroll;
    private final RecipeMenus menus;
    private final CostPreview cost;
    private final HBox actions = new HBox();

    RecipeCard(TrainModel model, Workspace workspace) {
        super();
        form = model.form();
        getStyleClass().addAll("card", "recipe-card");
        menus = new RecipeMenus(form);
        cost = new CostPreview(model);
        RecipeSections sections = new RecipeSections(form);
        FieldRow network = sections.network();
        network.getChildren().add(1, facts());
        rows = new VBox(parent(), dataSet(workspace), network);
        rows.getChildren().addAll(sections.basics());
        VBox more = new VBox();
        more.getStyleClass().add("recipe-sections");
        more.getChildren().addAll(sections.more());
        rows.getChildren().add(more);
        rows.getStyleClass().add("recipe-rows");
        scroll = ScrollPanes.of(rows);
        scroll.setId("recipe-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("recipe-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.viewportBoundsProperty().addListener((value, before, after) -> spread(after.getHeight()));
        rows.heightProperty()
                .addListener((value, before, after) ->
                        spread(scroll.getViewportBounds().getHeight()));
        actions.getStyleClass().add("recipe-actions");
        getChildren().addAll(header(model), scroll, cost, actions);
    }

    RecipeMenus menus() {
        return menus;
    }

    /** Asks for the pace of this recipe to be measured. */
    Hyperlink measure() {
        return cost.measure();
    }

    /** Puts buttons at the foot of the card, in equal shares. */
    void setActions(Button... buttons) {
        actions.getChildren().setAll(buttons);
        for (Button button : buttons) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
        }
    }

    /** Changes when rows need more or less room, as with a sentence about an error or an open section. */
    ReadOnlyDoubleProperty contentHeightProperty() {
        return rows.heightProperty();
    }

    /** Height at which all rows are in sight. */
    double comfortableHeight() {
        double around = getInsets().getTop() + getInsets().getBottom() + 3 * getSpacing();
        double others = 0;
        for (Node child : getChildren()) {
            others += child == scroll ? 0 : child.prefHeight(rows.getWidth());
        }
        double content = rows.prefHeight(rows.getWidth()) + (LEAST_SPACING - rows.getSpacing()) * (shownRows() - 1);
        return Math.ceil(content + around + others + 4);
    }

    private long shownRows() {
        return rows.getChildren().stream().filter(Node::isManaged).count();
    }

    /** Rows move apart to fill the card, within reason. */
    private void spread(double height) {
        double content = 0;
        for (Node row : rows.getChildren()) {
            content += row.isManaged() ? row.prefHeight(rows.getWidth()) : 0;
        }
        double free = (height - content - 4) / Math.max(1, shownRows() - 1);
        rows.setSpacing(Math.floor(Math.max(LEAST_SPACING, Math.min(MOST_SPACING, free))));
    }

    private Node header(TrainModel model) {
        Label title = new Label();
        title.setId("recipe-title");
        title.getStyleClass().add("card-title");
        title.textProperty()
                .bind(model.statusProperty()
                        .map(s -> TEXTS.get(s.state().active() ? "recipe.title.next" : "recipe.title")));
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, menus.presets(), menus.forks());
        header.getStyleClass().add("card-header");
        return header;
    }

    /** Says which run a fork begins from, with a way back to new weights. */
    private Node parent() {
        Label text = new Label();
        text.setId("recipe-parent");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty()
                .bind(form.parentProperty()
                        .map(p -> p.map(parent -> TEXTS.get("recipe.fork-of", parent.title()))
                                .orElse("")));
        Button leave = new Button(null, new FontIcon(Material2AL.CLOSE));
        leave.setId("recipe-parent-leave");
        leave.getStyleClass().addAll("button-icon", "flat", "small");
        leave.setAccessibleText(TEXTS.get("recipe.new-weights"));
        leave.setTooltip(new Tooltip(TEXTS.get("recipe.new-weights")));
        leave.setOnAction(event -> form.parentProperty().set(Optional.empty()));
        HBox bar = new HBox(text, leave);
        bar.getStyleClass().add("notice");
        bar.visibleProperty().bind(form.parentProperty().map(Optional::isPresent));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static Node dataSet(Workspace workspace) {
        Label label = new Label(TEXTS.get("recipe.data"));
        label.getStyleClass().add("field-label");
        Label name = new Label();
        name.setId("recipe-data");
        name.getStyleClass().add("strong");
        Label size = new Label();
        size.getStyleClass().add("field-hint");
        name.textProperty()
                .bind(workspace
                        .dataProperty()
                        .map(d -> d.map(DataSet::title).orElseGet(() -> TEXTS.get("recipe.data.opening"))));
        size.textProperty()
                .bind(workspace.dataProperty().map(d -> d.map(RecipeCard::size).orElse("")));
        VBox box = new VBox(label, name, size);
        box.getStyleClass().add("field");
        return box;
    }

    private static String size(DataSet data) {
        return TEXTS.get(
                "recipe.data.size", data.training().size(), data.validation().size());
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
        return TEXTS.get(
                "recipe.facts",
                String.format(Locale.ROOT, "%.2f M", facts.parameters() / 1e6),
                facts.costs().get(instances - 1).instance().point(),
                instances);
    }
}
