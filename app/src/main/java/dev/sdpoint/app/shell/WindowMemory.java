package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers where a window was and how large, as long as a screen still shows that spot. */
final class WindowMemory {
    /** The least width at which every place is whole. */
    static final double MIN_WIDTH = 1024;
    /** The least height at which every place is whole. */
    static final double MIN_HEIGHT = 700;

    /** The part of a window by which it can be moved, from its upper left corner, in points. */
    private static final double GRIP_FROM = 100;

    private static final double GRIP_WIDTH = 100;
    private static final double GRIP_HEIGHT = 40;

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final Form MAIN = new Form("", MIN_WIDTH, MIN_HEIGHT, 1440, 900);

    private final Preferences preferences;
    private final Form form;

    /**
     * What is particular to a window; lengths in points.
     *
     * @param prefix of its keys in the preferences
     * @param minWidth the least width
     * @param minHeight the least height
     * @param width the usual width
     * @param height the usual height
     */
    record Form(String prefix, double minWidth, double minHeight, double width, double height) {}

    /** For the program's own window. */
    WindowMemory(Preferences preferences) {
        this(preferences, MAIN);
    }

    /** For another window. */
    WindowMemory(Preferences preferences, Form form) {
        this.preferences = preferences;
        this.form = form;
    }

    /** Puts a window where it was; on the first start, in the middle of the screen at its usual size. */
    void restore(Stage stage) {
        Screen primary = Screen.getPrimary();
        List<Rectangle2D> others = Screen.getScreens().stream()
                .filter(screen -> !screen.equals(primary))
                .map(Screen::getVisualBounds)
                .toList();
        restore(stage, primary.getVisualBounds(), others);
    }

    /**
     * The same on given screens, without what the system keeps for itself of them.
     *
     * @param primary of the screen that gets windows which were nowhere yet, or whose screen is gone
     * @param others of the other screens
     */
    void restore(Stage stage, Rectangle2D primary, List<Rectangle2D> others) {
        double x = remembered("x", Double.NaN);
        double y = remembered("y", Double.NaN);
        Optional<Rectangle2D> there = Stream.concat(Stream.of(primary), others.stream())
                .filter(screen -> screen.intersects(x + GRIP_FROM, y, GRIP_WIDTH, GRIP_HEIGHT))
                .findFirst();
        Rectangle2D screen = there.orElse(primary);
        stage.setMinWidth(Math.min(form.minWidth(), screen.getWidth()));
        stage.setMinHeight(Math.min(form.minHeight(), screen.getHeight()));
        stage.setWidth(Math.min(remembered("width", form.width()), screen.getWidth()));
        stage.setHeight(Math.min(remembered("height", form.height()), screen.getHeight()));
        if (there.isPresent()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(preferences.getBoolean(key("maximized"), false));
    }

    /** Notes where a window is. */
    void remember(Stage stage, TaskRunner tasks) {
        boolean maximized = stage.isMaximized();
        preferences.putBoolean(key("maximized"), maximized);
        if (!maximized) {
            preferences.putDouble(key("x"), stage.getX());
            preferences.putDouble(key("y"), stage.getY());
            preferences.putDouble(key("width"), stage.getWidth());
            preferences.putDouble(key("height"), stage.getHeight());
        }
        tasks.run(
                () -> {
                    preferences.flush();
                    return maximized;
                },
                done -> LOG.debug("The window's size is remembered."),
                problem -> LOG.info("The window's size cannot be remembered.", problem));
    }

    private double remembered(String name, double otherwise) {
        return preferences.getDouble(key(name), otherwise);
    }

    private String key(String name) {
        return form.prefix() + name;
    }
}
