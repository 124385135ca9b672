package dev.sdpoint.app.shell;

import dev.sdpoint.app.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a window can be shown at all. */
final class Displays {
    private static final Texts TEXTS = Texts.of(Displays.class);

    private Displays() {}

    /** What to do where a window cannot be opened although there seems to be a display. */
    static String unusable() {
        return TEXTS.get("display.unusable", TEXTS.get("display.instead"));
    }

    /** The sentence to print instead of opening a window; empty if there is a display. */
    static Optional<String> problem() {
        return problem(System.getProperty("os.name", ""), System.getProperty("glass.platform", ""), System.getenv());
    }

    static Optional<String> problem(String system, String glass, Map<String, String> environment) {
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = glass.equalsIgnoreCase("Monocle");
        boolean display = !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return linux && !headless && !display
                ? Optional.of(TEXTS.get("display.none", TEXTS.get("display.instead")))
                : Optional.empty();
    }
}
