package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.network.NamedWeights;
import java.util.Map;
import java.util.Optional;

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

    /** Whether this machine computes what the one before did, to the last bit; a sentence if not. */
    static Optional<String> otherMachine(Optional<RunHistory> before, Machine here) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Machine last = before.get().machines().get(before.get().machines().size() - 1);
        if (last.device().equals(here.device()) && last.processor().equals(here.processor())) {
            return Optional.empty();
        }
        return Optional.of("This run was computed with " + last.device().title() + " on " + last.processor()
                + " and goes on with " + here.device().title() + " on " + here.processor()
                + ". It is the same run, but its weights will differ in their last digits from those of one that never"
                + " changed; resume it with the same threads and processor if that matters.");
    }

    static void checkResume(Checkpoint checkpoint, Recipe recipe, DataSet data, String file) throws TrainingException {
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

    /** What the update after a sound loss has ruined, so that no checkpoint and no model holds it. */
    static Optional<String> ruined(NamedWeights weights) {
        for (Map.Entry<String, float[]> array : weights.arrays().entrySet()) {
            for (float value : array.getValue()) {
                if (!Float.isFinite(value)) {
                    return Optional.of(array.getKey() + " holds " + value);
                }
            }
        }
        return Optional.empty();
    }
}
