package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/** Menus that offer all kinds of files. */
final class ExportMenus {
    private static final Texts TEXTS = Texts.of(ExportMenus.class);

    private final ExportModel state;

    ExportMenus(ExportModel state) {
        this.state = state;
    }

    /**
     * A button with a menu.
     *
     * @param id of the button, and the beginning of those of its items
     */
    MenuButton button(String text, String id, String hint, Consumer<ExportFormat> chosen) {
        MenuButton button = new MenuButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        button.getItems().setAll(items(id, chosen));
        button.disableProperty().bind(state.runningProperty());
        return button;
    }

    /** Opens a menu at a node. */
    void open(Node at, String id, Consumer<ExportFormat> chosen) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items(id, chosen));
        menu.show(at, Side.BOTTOM, 0, 0);
    }

    private List<MenuItem> items(String id, Consumer<ExportFormat> chosen) {
        List<MenuItem> items = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            MenuItem item = new MenuItem(TEXTS.get("export.menu.format", format.title()));
            item.setId(id + "-" + format.id());
            item.setOnAction(event -> chosen.accept(format));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(perRow());
        return items;
    }

    private Menu perRow() {
        Menu menu = new Menu(TEXTS.get("export.menu.per-row"));
        ToggleGroup group = new ToggleGroup();
        for (int length : ExportModel.ROW_LENGTHS) {
            RadioMenuItem item = new RadioMenuItem(Integer.toString(length));
            item.setToggleGroup(group);
            item.setOnAction(event -> state.perRowProperty().set(length));
            menu.getItems().add(item);
            // Several menus show the same choice.
            menu.setOnShowing(event -> menu.getItems()
                    .forEach(i -> ((RadioMenuItem) i)
                            .setSelected(i.getText()
                                    .equals(state.perRowProperty().get().toString()))));
        }
        return menu;
    }
}
