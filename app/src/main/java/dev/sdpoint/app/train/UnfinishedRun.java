package dev.sdpoint.app.train;

import java.nio.file.Path;

/**
 * A run that can go on.
 *
 * @param entries its recipe, as it was written
 * @param checkpoint where its state is kept
 */
record UnfinishedRun(RecipeEntries entries, Path checkpoint) {
    /** Short name: network and method. */
    String title() {
        return entries.text(RecipeField.NETWORK) + " · " + entries.method().title();
    }
}
