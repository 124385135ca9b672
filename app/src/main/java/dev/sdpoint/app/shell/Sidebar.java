package dev.sdpoint.app.shell;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.shell.help.Help;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The slim column on the left: brand, places, opening of files, theme. */
final class Sidebar {
    private static final Texts TEXTS = Texts.of(Sidebar.class);

    /** Opens a model file. */
    static final KeyCombination OPEN_MODEL = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    /** Opens a data folder. */
    static final KeyCombination OPEN_DATA = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox view = new VBox();

    /**
     * Builds it.
     *
     * @param openModel asks for a model file
     * @param openData asks for a data folder
     * @param help opens the menu beside the button that it gets
     */
    Sidebar(
            Workspace workspace,
            List<PlaceFactory> places,
            Themes themes,
            Runnable openModel,
            Runnable openData,
            Consumer<Node> help) {
        this.workspace = workspace;
        view.getStyleClass().add("sidebar");
        view.getChildren().add(brand());
        for (PlaceFactory place : places) {
            view.getChildren().add(item(place));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        view.getChildren()
                .addAll(
                        space,
                        action(
                                "open-model",
                                TEXTS.get("nav.open-model"),
                                Material2OutlinedAL.FOLDER_OPEN,
                                OPEN_MODEL,
                                openModel),
                        action(
                                "open-data",
                                TEXTS.get("nav.open-data"),
                                Material2OutlinedAL.COLLECTIONS,
                                OPEN_DATA,
                                openData),
                        helpButton(help),
                        ThemeSwitch.node(themes.choiceProperty()));
        workspace.currentPlaceProperty().addListener((property, before, now) -> select(now));
        select(workspace.currentPlaceProperty().get());
    }

    Node view() {
        return view;
    }

    /** The key that leads to a place: Ctrl+1 for the first, Command+1 on a Mac. */
    static KeyCombination shortcut(PlaceId place) {
        return KeyCombination.valueOf("Shortcut+" + place.number());
    }

    private static Node brand() {
        Label name = new Label(TEXTS.get("program"));
        name.getStyleClass().add("brand-name");
        HBox brand = new HBox(BrandMark.node(), name);
        brand.getStyleClass().add("brand");
        return brand;
    }

    private ToggleButton item(PlaceFactory place) {
        ToggleButton button = new ToggleButton();
        dress(button, place.id().title(), place.icon(), shortcut(place.id()));
        button.setId("nav-" + place.id().name().toLowerCase(java.util.Locale.ROOT));
        button.setUserData(place.id());
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            workspace.currentPlaceProperty().set(place.id());
            select(place.id());
        });
        return button;
    }

    private static Button action(String id, String title, Ikon icon, KeyCombination key, Runnable run) {
        Button button = new Button();
        dress(button, title, icon, key);
        button.setId(id);
        button.setOnAction(event -> run.run());
        return button;
    }

    private static Node helpButton(Consumer<Node> open) {
        Button button = action("help", TEXTS.get("help"), Material2OutlinedAL.HELP_OUTLINE, Help.MENU, () -> {});
        button.setTooltip(new Tooltip(TEXTS.get("help.tip", Help.GUIDE.getDisplayText(), Help.MENU.getDisplayText())));
        button.setOnAction(event -> open.accept(button));
        return button;
    }

    private static void dress(ButtonBase button, String title, Ikon icon, KeyCombination key) {
        Label label = new Label(title);
        label.getStyleClass().add("nav-label");
        Label shortcut = new Label(key.getDisplayText());
        shortcut.getStyleClass().add("kbd");
        shortcut.setMinWidth(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(8, new FontIcon(icon), label, shortcut);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(160);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(title + ", " + key.getDisplayText());
        button.setTooltip(new Tooltip(title + " (" + key.getDisplayText() + ")"));
        button.getStyleClass().addAll("nav-item", Styles.FLAT);
    }

    private void select(PlaceId place) {
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == place));
    }
}
