package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that can go on.
 *
 * @param entries its recipe, as it was written; as far as the form can say it, if the run comes from elsewhere
 * @param checkpoint where its state is kept
 * @param recorded its whole recipe, if the run comes from elsewhere
 */
record UnfinishedRun(RecipeEntries entries, Path checkpoint, Optional<Recipe> recorded) {
    /** A run that was begun with the form. */
    UnfinishedRun(RecipeEntries entries, Path checkpoint) {
        this(entries, checkpoint, Optional.empty());
    }

    /** A run that comes from elsewhere. */
    static UnfinishedRun of(Recipe recipe, Path checkpoint) {
        return new UnfinishedRun(RecipeEntries.of(recipe), checkpoint, Optional.of(recipe));
    }

    /** Short name: network and method. */
    String title() {
        return entries.text(RecipeField.NETWORK) + " · " + entries.method().title();
    }
}
