package dev.sdpoint.app.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Makes a table of cells one stop of the Tab key, within which the arrow keys, Home and End move; a click, Enter or Space chooses a cell.
 * JavaFX thread only.
 */
final class CellKeys {
    private final List<Region> cells = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private int columns = 1;

    /** Forgets all cells; the next ones stand in rows of so many. */
    void begin(int newColumns) {
        cells.clear();
        actions.clear();
        columns = newColumns;
    }

    /**
     * Adds the next cell, row by row.
     *
     * @param text what a screen reader says
     * @param chosen done when it is clicked, or Enter or Space is pressed in it
     */
    void add(Region cell, String text, Runnable chosen) {
        int index = cells.size();
        cells.add(cell);
        actions.add(chosen);
        cell.setAccessibleRole(AccessibleRole.BUTTON);
        cell.setAccessibleText(text);
        cell.setFocusTraversable(index == 0);
        cell.setOnMouseClicked(e -> {
            focus(index);
            chosen.run();
        });
        cell.setOnKeyPressed(e -> keyPressed(e, index));
    }

    private void keyPressed(KeyEvent event, int index) {
        KeyCode code = event.getCode();
        int row = index / columns;
        int to = switch (code) {
            case LEFT -> index % columns > 0 ? index - 1 : index;
            case RIGHT -> index % columns < columns - 1 ? index + 1 : index;
            case UP -> row > 0 ? index - columns : index;
            case DOWN -> index + columns < cells.size() ? index + columns : index;
            case HOME -> row * columns;
            case END -> row * columns + columns - 1;
            default -> -1;
        };
        if (to >= 0) {
            focus(to);
            event.consume();
        } else if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            actions.get(index).run();
            event.consume();
        }
    }

    /** One cell at a time can be reached by Tab: the one that was last in use. */
    private void focus(int index) {
        cells.forEach(cell -> cell.setFocusTraversable(false));
        cells.get(index).setFocusTraversable(true);
        cells.get(index).requestFocus();
    }
}
