package dev.sdpoint.app.chart;

import dev.sdpoint.app.text.Texts;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Takes a chart elsewhere: to a file of any {@link ExportKind}, or to the clipboard. JavaFX thread only. */
public final class ExportMenu extends MenuButton {
    private static final Texts TEXTS = Texts.of(ExportMenu.class);

    /** Copies the picture, where the chart has the focus. */
    public static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final MenuItem copy = new MenuItem();
    private Consumer<ExportKind> export = kind -> {};

    /** A menu that does nothing yet. */
    public ExportMenu() {
        super(TEXTS.get("export.menu"));
        setTooltip(new Tooltip(TEXTS.get("export.hint")));
        for (ExportKind kind : ExportKind.values()) {
            MenuItem item = new MenuItem(TEXTS.get("export.item", kind.title()));
            item.setId("export-" + kind.files().ending().substring(1));
            item.setOnAction(event -> export.accept(kind));
            getItems().add(item);
        }
        copy.setId("export-copy");
        // Shown only: a menu's own accelerators would take Ctrl+C from text fields.
        copy.setText(TEXTS.get("export.copy"));
        getItems().addAll(new SeparatorMenuItem(), copy);
    }

    /** What to do when a kind of file is chosen. */
    public void onExport(Consumer<ExportKind> action) {
        export = action;
    }

    /** What to do when the picture is wanted on the clipboard. */
    public void onCopy(Runnable action) {
        copy.setOnAction(event -> action.run());
    }

    /** Puts a picture on the clipboard. */
    public static void copy(BufferedImage picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(picture, null));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
