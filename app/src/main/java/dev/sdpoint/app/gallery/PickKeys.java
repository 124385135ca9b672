package dev.sdpoint.app.gallery;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the list that select many images and move nothing: Ctrl+A, Ctrl+Space and Esc. */
final class PickKeys {
    private static final KeyCombination GROUP = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TOGGLE = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.SHORTCUT_DOWN);

    private PickKeys() {}

    /** Does what a key means; whether it meant something. */
    static boolean pressed(KeyEvent key, PickModel picks, PickInteractor picking) {
        if (GROUP.match(key)) {
            picking.selectGroup();
        } else if (TOGGLE.match(key)) {
            picking.toggleFocused();
        } else if (key.getCode() == KeyCode.ESCAPE
                && !picks.picksProperty().get().isEmpty()) {
            picking.clear();
        } else {
            return false;
        }
        return true;
    }
}
