package dev.sdpoint.app.gallery;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** Makes a row of buttons one stop of the Tab key, within which the arrow keys, Home and End move. */
final class StripKeys {
    private StripKeys() {}

    /**
     * Listens to the keys of a strip.
     *
     * @param cells the buttons as they stand now, in order; the list may change
     */
    static void install(Pane strip, List<? extends Button> cells) {
        strip.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
                return;
            }
            int at = focused(cells);
            to(key.getCode(), at, cells.size()).ifPresent(target -> {
                if (at >= 0) {
                    cells.get(target).requestFocus();
                    stop(cells, target);
                    key.consume();
                }
            });
        });
    }

    /** Makes one of the buttons that which Tab leads to. */
    static void stop(List<? extends Button> cells, int stop) {
        boolean inside = focused(cells) >= 0;
        for (int i = 0; i < cells.size(); i++) {
            // While the keyboard is inside, it stays where it is.
            cells.get(i).setFocusTraversable(i == (inside ? focused(cells) : stop));
        }
    }

    /** Where a key leads from a place. */
    static OptionalInt to(KeyCode key, int at, int size) {
        return switch (key) {
            case LEFT, UP -> OptionalInt.of(Math.max(0, at - 1));
            case RIGHT, DOWN -> OptionalInt.of(Math.min(size - 1, at + 1));
            case HOME -> OptionalInt.of(0);
            case END -> OptionalInt.of(size - 1);
            default -> OptionalInt.empty();
        };
    }

    private static int focused(List<? extends Button> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }
}
