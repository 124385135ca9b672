package dev.sdpoint.app.theme;

import atlantafx.base.theme.PrimerDark;
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
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Light, dark, or as the system: applies style sheets to the whole program and remembers the choice. JavaFX thread only.
 *
 * <p>JavaFX has one user agent style sheet per program; so whether it is dark now, and the values of the colour tokens, are
 * static here. Charts listen to {@link #darkProperty()} and repaint with {@link #tokens()}.
 */
public final class Themes {
    private static final Logger LOG = LoggerFactory.getLogger(Themes.class);
    private static final String FOLDER = "/dev/sdpoint/app/theme/";
    private static final String KEY = "theme";
    private static final ReadOnlyBooleanWrapper DARK = new ReadOnlyBooleanWrapper();
    private static final Map<Boolean, Tokens> READ = new HashMap<>();

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

    /** The style sheets of a theme, for scenes that are not installed, such as those of tests. */
    public static List<String> styleSheets(boolean dark) {
        return List.of(
                url(dark ? "sdpoint-dark.css" : "sdpoint-light.css"), url("sdpoint.css"), url("controlsfx-bridge.css"));
    }

    private void apply() {
        boolean dark = choice.get() == Theme.DARK || (choice.get() == Theme.SYSTEM && systemDark);
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            // A tool tip that shows while the tokens change would lose them and turn black.
            List.copyOf(Window.getWindows()).stream()
                    .filter(Tooltip.class::isInstance)
                    .forEach(Window::hide);
            Application.setUserAgentStylesheet(sheet);
        }
        List<String> sheets = styleSheets(dark);
        for (Scene scene : scenes) {
            if (!scene.getStylesheets().equals(sheets)) {
                scene.getStylesheets().setAll(sheets);
            }
        }
        DARK.set(dark);
    }

    private static Tokens tokensOf(boolean dark) {
        return dark
                ? Tokens.read(new PrimerDark().getUserAgentStylesheet(), FOLDER + "sdpoint-dark.css")
                : Tokens.read(new PrimerLight().getUserAgentStylesheet(), FOLDER + "sdpoint-light.css");
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
