package dev.sdpoint.app.budget;

import java.nio.file.Path;

/** What a person can do to take instances elsewhere. JavaFX thread; every action returns at once. */
interface ExportActions {
    /** The name that a file of the chosen instance has by itself; empty without a model. */
    String suggestedName();

    /** Writes the chosen instance as ONNX, and a page beside it that says how to run it. */
    void exportChosen(Path file);

    /** Writes every instance worth its cost as ONNX into a folder, and a page about them. */
    void exportAll(Path folder);

    /** Ends the export that runs; nothing is written then. */
    void cancel();

    /** Takes the note about the last export away. */
    void dismiss();
}
