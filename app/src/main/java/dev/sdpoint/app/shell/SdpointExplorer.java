package dev.sdpoint.app.shell;

import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The program as JavaFX knows it. Under X11 its name is the class of the program's windows, by which a dock finds the menu entry that they belong
 * to; JavaFX gives a class of its own to programs that come through its launcher alone, and "java" to all others. The menu entry's
 * {@code StartupWMClass} is the same name.
 */
public final class SdpointExplorer extends Application {
    /** JavaFX makes the object itself, and from the class alone. */
    private static volatile Consumer<Stage> first = stage -> {};

    /**
     * Runs it on the toolkit that was started, and returns when that has ended. Once in a process; not on the JavaFX thread.
     *
     * @param opening gets the first window, on the JavaFX thread
     */
    static void run(Consumer<Stage> opening) {
        first = opening;
        launch(SdpointExplorer.class);
    }

    @Override
    public void start(Stage stage) {
        first.accept(stage);
    }
}
