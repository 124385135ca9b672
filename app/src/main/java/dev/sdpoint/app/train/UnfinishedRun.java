package dev.sdpoint.app.train;

import dev.sdpoint.engine.data.DataSet;
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
 * @param dataFingerprint SHA-256 of the images that its checkpoint is of; empty if that is not known
 * @param peakRate the peak learning rate that it goes on with, unless a person sets another; empty if that is not known
 */
record UnfinishedRun(
        RecipeEntries entries,
        Path checkpoint,
        Optional<Recipe> recorded,
        Optional<String> dataFingerprint,
        Optional<Double> peakRate) {
    /** A run of an earlier version. */
    UnfinishedRun(RecipeEntries entries, Path checkpoint) {
        this(entries, checkpoint, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A run with its recipe. */
    static UnfinishedRun of(Recipe recipe, Path checkpoint) {
        Optional<Double> peakRate = Optional.of(recipe.optimization().learningRate());
        return new UnfinishedRun(RecipeEntries.of(recipe), checkpoint, Optional.of(recipe), Optional.empty(), peakRate);
    }

    /** The same, of these images. */
    UnfinishedRun on(Optional<String> fingerprint) {
        return new UnfinishedRun(entries, checkpoint, recorded, fingerprint, peakRate);
    }

    /** The same, with the rate that a person has set during it, if one has. */
    UnfinishedRun at(Optional<Double> editedPeakRate) {
        return new UnfinishedRun(entries, checkpoint, recorded, dataFingerprint, editedPeakRate.or(() -> peakRate));
    }

    /** With which recipe it goes on with these images; empty if it was begun with others. */
    Optional<Recipe> recipe(DataSet data) {
        if (dataFingerprint.filter(begun -> !begun.equals(data.fingerprint())).isPresent()) {
            return Optional.empty();
        }
        return recorded.or(() -> RecipeReader.read(entries, data).recipe());
    }

    /** Short name: network and method. */
    String title() {
        return entries.text(RecipeField.NETWORK) + " · "
                + Method.parse(entries.text(RecipeField.METHOD)).title();
    }
}
