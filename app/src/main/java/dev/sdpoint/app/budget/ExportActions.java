package dev.sdpoint.app.budget;

import java.nio.file.Path;

/** What a person can do to take instances elsewhere. JavaFX thread; every action returns at once. */
interface ExportActions {
    /** The name that a file of the chosen instance has by itself; empty without a model. */
    String suggestedName();

    /**
     * Writes the chosen instance as ONNX, and a page beside it that says how to run it.
     *
     * @param file a person has agreed to replace it if it is there
     */
    void exportChosen(Path file);

    /** Writes every instance worth its cost as ONNX into a folder, and a page about them; asks before files are replaced. */
    void exportAll(Path folder);

    /** Does the export that {@link ExportModel.Note#asks() asks}, and replaces the files that are in the way. */
    void replace();

    /** Ends the export that runs; nothing is written then. */
    void cancel();

    /** Takes the note about the last export away; one that asks is not done. */
    void dismiss();
}
