package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import java.util.Optional;

/**
 * A run under way.
 *
 * @param files where it can be taken up again, if it can
 * @param control the hand of a person on it
 * @param tracker what is known of it
 */
record ActiveRun(Recipe recipe, Optional<UnfinishedRun> files, RunControl control, RunTracker tracker) {
    /** A run that is about to start. */
    static ActiveRun of(Recipe recipe, Optional<UnfinishedRun> files) {
        return new ActiveRun(recipe, files, new RunControl(), new RunTracker());
    }
}
