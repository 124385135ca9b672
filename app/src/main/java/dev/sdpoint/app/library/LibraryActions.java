package dev.sdpoint.app.library;

import java.nio.file.Path;

/** What the place asks the program for. JavaFX thread. */
public interface LibraryActions {
    /** Opens the images that come with the program. */
    void openBundled();

    /** Opens a folder of images. */
    void openData(Path folder);
}
