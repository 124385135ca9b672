package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers where the window was and how large, as long as a screen still shows that spot. */
final class WindowMemory {
    /** The least width at which every place is whole. */
    static final double MIN_WIDTH = 1024;
    /** The least height at which every place is whole. */
    static final double MIN_HEIGHT = 700;

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;

    private final Preferences preferences;

    WindowMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Puts a window where it was; on the first start, in the middle of the screen at its usual size. */
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(preferences.getDouble("width", USUAL_WIDTH), screen.getWidth()));
        stage.setHeight(Math.min(preferences.getDouble("height", USUAL_HEIGHT), screen.getHeight()));
        double x = preferences.getDouble("x", Double.NaN);
        double y = preferences.getDouble("y", Double.NaN);
        if (!Double.isNaN(x)
                && !Screen.getScreensForRectangle(x + 100, y, 100, 40).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(preferences.getBoolean("maximized", false));
    }

    /** Notes where a window is. */
    void remember(Stage stage, TaskRunner tasks) {
        boolean maximized = stage.isMaximized();
        preferences.putBoolean("maximized", maximized);
        if (!maximized) {
            preferences.putDouble("x", stage.getX());
            preferences.putDouble("y", stage.getY());
            preferences.putDouble("width", stage.getWidth());
            preferences.putDouble("height", stage.getHeight());
        }
        tasks.run(
                () -> {
                    preferences.flush();
                    return maximized;
                },
                done -> LOG.debug("The window's size is remembered."),
                problem -> LOG.info("The window's size cannot be remembered.", problem));
    }
}
