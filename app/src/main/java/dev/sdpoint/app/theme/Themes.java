package dev.sdpoint.app.theme;

import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.concurrent.TaskRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Light, dark, or as the system: applies style sheets to the whole program and remembers the choice. JavaFX thread only.
 *
 * <p>The style sheets are the same in light and dark: a pseudo-class of the root of every scene, {@code :dark}, chooses between the
 * colour tokens. Other style sheets would have JavaFX match all their rules for every node anew, some 100 ms on its thread; a
 * pseudo-class only has it look the colours up.
 *
 * <p>JavaFX has one user agent style sheet per program; so whether it is dark now, and the values of the colour tokens, are
 * static here. Charts listen to {@link #darkProperty()} and repaint with {@link #tokens()}.
 */
public final class Themes {
    private static final Logger LOG = LoggerFactory.getLogger(Themes.class);
    private static final String FOLDER = "/dev/sdpoint/app/theme/";
    private static final String KEY = "theme";
    private static final String ATLANTA_FX = new PrimerLight().getUserAgentStylesheet();
    private static final List<String> SHEETS = List.of(
            // ControlsFX would put it there itself with its first note, and have every node styled anew.
            Objects.requireNonNull(Notifications.class.getResource("notificationpopup.css"))
                    .toExternalForm(),
            url("sdpoint-light.css"),
            url("sdpoint-dark.css"),
            url("sdpoint.css"),
            url("controlsfx-bridge.css"));
    private static final PseudoClass DARK_STATE = PseudoClass.getPseudoClass("dark");
    private static final ReadOnlyBooleanWrapper DARK = new ReadOnlyBooleanWrapper();
    private static final Map<Boolean, Tokens> READ = new HashMap<>();

    static {
        // Pop-ups have scenes of their own, which come and go.
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(Themes::mark);
            }
        });
    }

    private final TaskRunner tasks;
    private final Preferences preferences;
    private final ObjectProperty<Theme> choice = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final List<Scene> scenes = new ArrayList<>();
    private boolean systemDark;

    /**
     * Puts the remembered choice on at once: it must be made before the first control, which would otherwise load JavaFX's own theme.
     *
     * @param preferences where the choice is remembered
     */
    public Themes(TaskRunner tasks, Preferences preferences) {
        this.tasks = tasks;
        this.preferences = preferences;
        choice.set(remembered());
        choice.addListener((property, before, now) -> {
            remember(now);
            apply();
            followSystem();
        });
        apply();
    }

    /** The choice; set it to change the theme at once. */
    public ObjectProperty<Theme> choiceProperty() {
        return choice;
    }

    /** Whether the program is dark now. */
    public static ReadOnlyBooleanProperty darkProperty() {
        return DARK.getReadOnlyProperty();
    }

    /** The colour tokens of the theme that is on. */
    public static Tokens tokens() {
        return READ.computeIfAbsent(DARK.get(), Themes::tokensOf);
    }

    /** Puts the style sheets on a scene and keeps them right; pop-ups and dialogs inherit them from their owner. */
    public void install(Scene scene) {
        scenes.add(scene);
        apply();
        followSystem();
    }

    /** Asks the system anew whether it is dark, if that is the choice; returns at once. */
    public void followSystem() {
        if (choice.get() == Theme.SYSTEM) {
            tasks.run(
                    SystemAppearance::dark,
                    answer -> {
                        systemDark = answer.orElse(false);
                        apply();
                    },
                    problem -> LOG.info("The system does not say whether it is dark.", problem));
        }
    }

    /** Makes the program light or dark, and a scene with it that is not installed, such as one of a test. */
    public static void dress(Scene scene, boolean dark) {
        turn(dark);
        if (!scene.getStylesheets().equals(SHEETS)) {
            scene.getStylesheets().setAll(SHEETS);
        }
        mark(scene);
    }

    private void apply() {
        boolean dark = choice.get() == Theme.DARK || (choice.get() == Theme.SYSTEM && systemDark);
        turn(dark);
        scenes.forEach(scene -> dress(scene, dark));
    }

    private static void turn(boolean dark) {
        if (!ATLANTA_FX.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(ATLANTA_FX);
        }
        if (dark != DARK.get()) {
            // A tool tip that shows while the tokens change would be half of each theme.
            List.copyOf(Window.getWindows()).stream()
                    .filter(Tooltip.class::isInstance)
                    .forEach(Window::hide);
            DARK.set(dark);
            Window.getWindows().forEach(Themes::mark);
        }
    }

    private static void mark(Window window) {
        if (window.getScene() != null) {
            mark(window.getScene());
        }
    }

    private static void mark(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(DARK_STATE, DARK.get());
    }

    private static Tokens tokensOf(boolean dark) {
        return dark
                ? Tokens.read(ATLANTA_FX, FOLDER + "sdpoint-light.css", FOLDER + "sdpoint-dark.css")
                : Tokens.read(ATLANTA_FX, FOLDER + "sdpoint-light.css");
    }

    private Theme remembered() {
        String name = preferences.get(KEY, Theme.SYSTEM.name());
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(name)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    private void remember(Theme theme) {
        tasks.run(
                () -> {
                    preferences.put(KEY, theme.name());
                    preferences.flush();
                    return theme;
                },
                done -> LOG.debug("The theme {} is remembered.", done),
                problem -> LOG.info("The choice of theme cannot be remembered.", problem));
    }

    private static String url(String name) {
        return Objects.requireNonNull(Themes.class.getResource(FOLDER + name), name)
                .toExternalForm();
    }
}
