package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A run from whose checkpoint another can begin.
 *
 * @param name what a person calls it
 * @param checkpoint where its state lies
 * @param recipe its settings
 * @param iteration iterations done, as far as is known
 * @param iterations of the whole run; 0 if that is not known
 */
record ParentRun(String name, Path checkpoint, Recipe recipe, long iteration, long iterations) {
    private static final Texts TEXTS = Texts.of(ParentRun.class);

    /** Epochs done, 0 if that is not known. */
    double epochs() {
        return iterations == 0
                ? 0
                : (double) iteration / iterations * recipe.optimization().epochs();
    }

    /** In a line: the name, and how far it has come. */
    String title() {
        return iterations == 0 ? name : name + " · " + progress();
    }

    /** How far it has come; empty if that is not known. */
    String progress() {
        return iterations == 0
                ? ""
                : TEXTS.get(
                        "fork.progress",
                        String.format(Locale.ROOT, "%.3g", epochs()),
                        recipe.optimization().epochs());
    }

    /** A recipe to begin with: the parent's, as long again if the parent has come to its end. */
    RecipeEntries entries() {
        RecipeEntries same = RecipeEntries.of(recipe);
        int epochs = recipe.optimization().epochs();
        return iterations > 0 && iteration >= iterations
                ? same.with(RecipeField.EPOCHS, String.valueOf(2 * epochs))
                : same;
    }
}
