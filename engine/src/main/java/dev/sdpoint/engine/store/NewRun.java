package dev.sdpoint.engine.store;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that is about to begin or to go on.
 *
 * @param dataTitle name of the data set, for people
 * @param dataFingerprint SHA-256 of its images and labels
 * @param checkpoint where it writes its checkpoint, if anywhere: by this file a run that goes on is known
 */
public record NewRun(Recipe recipe, String dataTitle, String dataFingerprint, Optional<Path> checkpoint) {
    /** A run of a recipe on a data set. */
    public static NewRun of(Recipe recipe, DataSet data, Optional<Path> checkpoint) {
        return new NewRun(recipe, data.title(), data.fingerprint(), checkpoint);
    }

    /** What a run is called until a person calls it otherwise, such as "wrn-16-2 · SDPoint". */
    String title() {
        return recipe.network().name() + " · " + recipe.method().title();
    }
}
