package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.text.Texts;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu beside the button "Help" of the sidebar. JavaFX thread only. */
final class HelpMenu {
    private static final Texts TEXTS = Texts.of(HelpMenu.class);
    private final ContextMenu menu = new ContextMenu();

    /** What the items do. */
    interface Actions {
        void openGuide();

        void showShortcuts();

        void giveHints();

        void showLog();

        void copyDiagnostics();

        void showAbout();
    }

    HelpMenu(Actions actions) {
        menu.setId("help-menu");
        MenuItem guide = item("help-guide", TEXTS.get("menu.guide"), actions::openGuide);
        guide.setAccelerator(Help.GUIDE);
        menu.getItems()
                .addAll(
                        guide,
                        item("help-keys", TEXTS.get("menu.keys"), actions::showShortcuts),
                        item("help-hints", TEXTS.get("menu.hints"), actions::giveHints),
                        new SeparatorMenuItem(),
                        item("help-log", TEXTS.get("menu.log"), actions::showLog),
                        item("help-diagnostics", TEXTS.get("menu.diagnostics"), actions::copyDiagnostics),
                        new SeparatorMenuItem(),
                        item("help-about", TEXTS.get("menu.about"), actions::showAbout));
    }

    /** Opens it on the right of its button. */
    void show(Node button) {
        menu.show(button, Side.RIGHT, 4, 0);
        menu.getScene().getRoot().requestFocus();
    }

    private static MenuItem item(String id, String title, Runnable run) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(event -> run.run());
        return item;
    }
}
