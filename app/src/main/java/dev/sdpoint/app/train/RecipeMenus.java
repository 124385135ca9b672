package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a recipe can begin from: presets by group, and the checkpoints of recorded runs. */
final class RecipeMenus {
    private static final Texts TEXTS = Texts.of(RecipeMenus.class);

    private final MenuButton presets =
            menu("recipe-presets", TEXTS.get("menu.presets"), TEXTS.get("menu.presets.help"));
    private final MenuButton forks = menu("recipe-fork", TEXTS.get("menu.fork"), TEXTS.get("menu.fork.help"));
    private Consumer<Consumer<List<ParentRun>>> find = found -> found.accept(List.of());
    private Consumer<ParentRun> fork = parent -> {};

    RecipeMenus(RecipeForm form) {
        RecipePreset.Group group = null;
        for (RecipePreset preset : RecipePreset.values()) {
            if (preset.group() != group) {
                group = preset.group();
                presets.getItems().add(heading(group.title()));
            }
            MenuItem item = item(preset.title(), preset.help());
            item.setId(preset.id());
            item.setOnAction(event -> form.load(preset.entries()));
            presets.getItems().add(item);
        }
        forks.getItems().add(heading(TEXTS.get("menu.fork.looking")));
        forks.setOnShowing(event -> find.accept(this::show));
    }

    MenuButton presets() {
        return presets;
    }

    MenuButton forks() {
        return forks;
    }

    /**
     * @param finds finds the runs that can be forked; answers later
     * @param chosen hears which one
     */
    void onFork(Consumer<Consumer<List<ParentRun>>> finds, Consumer<ParentRun> chosen) {
        find = finds;
        fork = chosen;
    }

    private void show(List<ParentRun> parents) {
        if (parents.isEmpty()) {
            forks.getItems().setAll(heading(TEXTS.get("menu.fork.none")));
            return;
        }
        forks.getItems().setAll(heading(TEXTS.get("menu.fork.heading")));
        for (ParentRun parent : parents) {
            MenuItem item = item(parent.name(), parent.progress());
            item.getStyleClass().add("fork-item");
            item.setOnAction(event -> fork.accept(parent));
            forks.getItems().add(item);
        }
    }

    private static MenuItem item(String title, String help) {
        Label name = new Label(title);
        Label words = new Label(help);
        words.getStyleClass().add("field-hint");
        MenuItem item = new MenuItem(null, new VBox(name, words));
        item.getStyleClass().add("two-line-item");
        return item;
    }

    private static MenuItem heading(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("menu-heading");
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.setDisable(true);
        return item;
    }

    private static MenuButton menu(String id, String title, String help) {
        MenuButton menu = new MenuButton(title);
        menu.setId(id);
        menu.getStyleClass().add("chip");
        menu.setTooltip(new Tooltip(help));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }
}
