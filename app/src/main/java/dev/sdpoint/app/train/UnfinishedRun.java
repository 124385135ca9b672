package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that can go on.
 *
 * @param entries its recipe, as the form shows it
 * @param checkpoint where its state is kept
 * @param recorded its recipe; empty for a run of an earlier version of the program, whose number of classes and side are those of the
 *     open images
 */
record UnfinishedRun(RecipeEntries entries, Path checkpoint, Optional<Recipe> recorded) {
    /** A run of an earlier version. */
    UnfinishedRun(RecipeEntries entries, Path checkpoint) {
        this(entries, checkpoint, Optional.empty());
    }

    /** A run with its recipe. */
    static UnfinishedRun of(Recipe recipe, Path checkpoint) {
        return new UnfinishedRun(RecipeEntries.of(recipe), checkpoint, Optional.of(recipe));
    }

    /** Short name: network and method. */
    String title() {
        return entries.text(RecipeField.NETWORK) + " · "
                + Method.parse(entries.text(RecipeField.METHOD)).title();
    }
}
