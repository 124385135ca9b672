package dev.sdpoint.app.theme;

import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import javafx.stage.Window;

/** How dialogs fit to the window. JavaFX thread only. */
public final class Dialogs {
    private Dialogs() {}

    /** Makes a dialog belong to the window that is in front, and look like it. */
    public static void dress(Dialog<?> dialog) {
        Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .findFirst()
                .ifPresent(dialog::initOwner);
        Themes.dress(dialog.getDialogPane().getScene(), Themes.darkProperty().get());
    }
}
