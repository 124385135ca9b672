package dev.sdpoint.app.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a window can be shown at all. */
final class Displays {
    private static final String INSTEAD = " Without one use 'sdpoint tour --out DIR' for pictures of every place, or "
            + "'sdpoint train', 'sweep', 'classify' or 'cost'; 'sdpoint --help' lists them.";

    /** What to do where there is no display. */
    static final String NONE = "There is no display to open a window on." + INSTEAD;

    /** What to do where a window cannot be opened although there seems to be a display. */
    static final String UNUSABLE =
            "JavaFX cannot open a window here: the display does not answer, or GTK 3 is not installed; "
                    + "the log says more." + INSTEAD;

    private Displays() {}

    /** The sentence to print instead of opening a window; empty if there is a display. */
    static Optional<String> problem() {
        return problem(System.getProperty("os.name", ""), System.getProperty("glass.platform", ""), System.getenv());
    }

    static Optional<String> problem(String system, String glass, Map<String, String> environment) {
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = glass.equalsIgnoreCase("Monocle");
        boolean display = !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return linux && !headless && !display ? Optional.of(NONE) : Optional.empty();
    }
}
