package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.NamedWeights;
import java.nio.file.Path;
import java.util.Map;

/** Refuses runs that cannot work, before anything is computed. */
final class RunChecks {
    private RunChecks() {}

    static void check(Recipe recipe, DataSet data) throws TrainingException {
        int classes = data.classNames().size();
        int side = data.training().side();
        int images = data.training().size();
        int batch = recipe.optimization().batchSize();
        if (recipe.network().classes() != classes) {
            throw new TrainingException("The network has " + recipe.network().classes() + " classes, the data "
                    + classes + ". Set the network's classes to " + classes + ".");
        }
        if (recipe.network().side() != side) {
            throw new TrainingException("The network takes images of side "
                    + recipe.network().side() + ", the data has " + side + ". Set the network's side to " + side + ".");
        }
        if (images < batch) {
            throw new TrainingException("A batch of " + batch + " does not fit " + images
                    + " training images. Choose a batch of at most " + images + ".");
        }
        if (data.validation().size() == 0) {
            throw new TrainingException("The data set has no validation images to evaluate on. Add some.");
        }
    }

    static void checkResume(Checkpoint checkpoint, Recipe recipe, DataSet data, Path file) throws TrainingException {
        Map<String, String> differences = checkpoint.differences(recipe);
        if (!differences.isEmpty()) {
            throw new TrainingException("The checkpoint " + file + " is of another recipe (" + differences
                    + "). Give the same settings, or start anew under another name.");
        }
        if (!checkpoint.dataFingerprint().equals(data.fingerprint())) {
            throw new TrainingException("The checkpoint " + file
                    + " was trained on other images. Give the same data, or start anew under another name.");
        }
    }

    /** Refuses weights that the update after a sound loss has ruined, so that no checkpoint and no model holds them. */
    static void checkWeights(NamedWeights weights, long iteration, double rate) throws TrainingException {
        for (Map.Entry<String, float[]> array : weights.arrays().entrySet()) {
            for (float value : array.getValue()) {
                if (!Float.isFinite(value)) {
                    throw new TrainingException(array.getKey() + " holds " + value + " after " + iteration
                            + " iterations at learning rate " + rate
                            + ". Try a learning rate ten times smaller; the last checkpoint is kept.");
                }
            }
        }
    }
}
