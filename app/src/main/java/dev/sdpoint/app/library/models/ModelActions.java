package dev.sdpoint.app.library.models;

import java.nio.file.Path;

/** What the models ask the program for. JavaFX thread. */
public interface ModelActions {
    /** Opens the model that comes with the program. */
    void openSample();

    /** Opens a model file. */
    void openModel(Path file);
}
