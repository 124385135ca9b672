package dev.sdpoint.app.guide;

import dev.sdpoint.app.guide.Stretch.Caret;
import dev.sdpoint.app.text.Texts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Selects text of the guide with the mouse, and copies it. JavaFX thread only. */
final class Selecting {
    private static final Texts TEXTS = Texts.of(Selecting.class);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final PageView page;
    private final MenuItem copy = new MenuItem(TEXTS.get("copy"));
    private Stretch stretch = Stretch.NONE;

    /** Lets text of a page be selected. */
    Selecting(PageView page) {
        this.page = page;
        ScrollPane view = page.view();
        view.getContent().addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.getContent().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                event.consume();
                copy();
            } else if (ALL.match(event)) {
                event.consume();
                all();
            }
        });
        view.setContextMenu(menu());
    }

    /** What is selected; empty if nothing is. */
    String text() {
        return stretch.isEmpty()
                ? ""
                : stretch.text(page.passages().stream().map(PassageView::text).toList());
    }

    private ContextMenu menu() {
        copy.setOnAction(event -> copy());
        MenuItem all = new MenuItem(TEXTS.get("select-all"));
        all.setOnAction(event -> all());
        ContextMenu menu = new ContextMenu(copy, all);
        menu.setOnShowing(event -> copy.setDisable(stretch.isEmpty()));
        return menu;
    }

    private void press(MouseEvent event) {
        page.view().requestFocus();
        if (event.getButton() != MouseButton.PRIMARY || page.passages().isEmpty()) {
            return;
        }
        Caret caret = caret(event);
        if (event.getClickCount() == 2) {
            select(Stretch.word(caret, page.passages().get(caret.passage()).text()));
        } else if (event.getClickCount() > 2) {
            int end = page.passages().get(caret.passage()).text().length();
            select(new Stretch(new Caret(caret.passage(), 0), new Caret(caret.passage(), end)));
        } else {
            select(new Stretch(event.isShiftDown() ? stretch.anchor() : caret, caret));
        }
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || page.passages().isEmpty()) {
            return;
        }
        double y =
                page.view().sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        if (y < 0) {
            page.scrollBy(y);
        } else if (y > page.visibleHeight()) {
            page.scrollBy(y - page.visibleHeight());
        }
        select(new Stretch(stretch.anchor(), caret(event)));
    }

    private void all() {
        int last = page.passages().size() - 1;
        if (last >= 0) {
            select(new Stretch(
                    new Caret(0, 0),
                    new Caret(last, page.passages().get(last).text().length())));
        }
    }

    private void select(Stretch now) {
        stretch = now;
        List<PassageView> passages = page.passages();
        for (int i = 0; i < passages.size(); i++) {
            int length = passages.get(i).text().length();
            passages.get(i).select(now.from(i, length), now.to(i, length));
        }
    }

    private void copy() {
        if (!stretch.isEmpty()) {
            copy(text());
        }
    }

    /** Puts a text into the clipboard. */
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The place in the text that is nearest to the mouse. */
    private Caret caret(MouseEvent event) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < page.passages().size(); i++) {
            PassageView passage = page.passages().get(i);
            if (passage.getScene() == null) {
                continue;
            }
            Bounds bounds = passage.localToScene(passage.getLayoutBounds());
            double x = beyond(event.getSceneX(), bounds.getMinX(), bounds.getMaxX());
            double y = beyond(event.getSceneY(), bounds.getMinY(), bounds.getMaxY());
            if (Math.hypot(x, y) < least) {
                least = Math.hypot(x, y);
                nearest = i;
            }
        }
        return new Caret(nearest, page.passages().get(nearest).offsetAt(event.getSceneX(), event.getSceneY()));
    }

    private static double beyond(double value, double from, double to) {
        return Math.max(0, Math.max(from - value, value - to));
    }
}
