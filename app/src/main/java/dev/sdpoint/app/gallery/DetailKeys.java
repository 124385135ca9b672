package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Goes from image to image without leaving the detail pane: by buttons, and by Alt with the left and right arrow keys. */
final class DetailKeys {
    private static final Texts TEXTS = Texts.of(DetailKeys.class);

    private DetailKeys() {}

    /** Listens to the keys wherever in the pane the keyboard is. */
    static void install(Region pane, DetailPane.Actions actions) {
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean onButton = key.getTarget() instanceof Button button
                    && button.getStyleClass().contains("step");
            boolean meant = key.isAltDown() || (onButton && !key.isShortcutDown() && !key.isShiftDown());
            boolean arrow = key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT;
            if (meant && arrow) {
                actions.step(key.getCode() == KeyCode.RIGHT);
                key.consume();
            }
        });
    }

    /** The button to the image before or after. */
    static Button button(boolean forward, Runnable step) {
        Button button = new Button();
        button.setGraphic(new FontIcon(forward ? Material2AL.ARROW_FORWARD : Material2AL.ARROW_BACK));
        button.getStyleClass().addAll("button-icon", "flat", "small", "step");
        button.setId(forward ? "gallery-next" : "gallery-previous");
        button.setAccessibleText(TEXTS.get(forward ? "detail.next" : "detail.previous"));
        button.setTooltip(new Tooltip(TEXTS.get(forward ? "detail.next.tip" : "detail.previous.tip")));
        button.setOnAction(event -> step.run());
        return button;
    }
}
