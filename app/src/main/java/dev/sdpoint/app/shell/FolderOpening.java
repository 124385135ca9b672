package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.engine.data.DataSet;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Opens a data folder in the background, which can take minutes the first time. JavaFX thread only. */
@FunctionalInterface
interface FolderOpening {
    /**
     * Starts.
     *
     * @param side of the images of a folder of pictures; empty leaves the choice to the program
     * @param success gets the data on the JavaFX thread
     * @param failure gets the exception on the JavaFX thread; a cancellation too
     * @return cancels it
     */
    Cancellation start(Path folder, OptionalInt side, Consumer<DataSet> success, Consumer<Throwable> failure);
}
