package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Recipe;
import java.util.Optional;

/**
 * A run that waits for its turn.
 *
 * @param dataTitle name of the images it is for
 * @param dataFingerprint SHA-256 of them
 * @param parent the run whose checkpoint it begins from; empty for new weights
 */
record QueuedRun(Recipe recipe, String dataTitle, String dataFingerprint, Optional<ParentRun> parent) {
    private static final Texts TEXTS = Texts.of(QueuedRun.class);

    static QueuedRun of(Recipe recipe, DataSet data, Optional<ParentRun> parent) {
        return new QueuedRun(recipe, data.title(), data.fingerprint(), parent);
    }

    /** Short name: network and method. */
    String title() {
        return recipe.network().name() + " · " + recipe.method().title();
    }

    /** What tells it from others of the same title. */
    String details() {
        int epochs = recipe.optimization().epochs();
        String rate = RecipeEntries.number(recipe.optimization().learningRate());
        return parent.map(from -> TEXTS.get("queue.run.fork", epochs, rate, recipe.seed(), from.name()))
                .orElseGet(() -> TEXTS.get("queue.run", epochs, rate, recipe.seed()));
    }
}
