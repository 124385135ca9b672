package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.DiskTrouble;
import dev.sdpoint.engine.model.RateEdit;
import dev.sdpoint.engine.model.RunHistory;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A new run that goes on from the checkpoint of another with other settings: rate, schedule, length, batch, method, seed. Weights,
 * momentum and the epochs done are the parent's; network and images have to be. The parent stays as it is.
 */
public final class RunFork {
    private RunFork() {}

    /** The setting that keeps a recipe from being a fork. */
    public enum Setting {
        NETWORK,
        EPOCHS
    }

    /**
     * Why a recipe cannot be a fork of a run.
     *
     * @param sentence for a person, with what to do
     */
    public record Refusal(Setting setting, String sentence) {}

    /**
     * Whether a recipe can go on where another has got to; the checkpoint itself is looked at by {@link #begin}.
     *
     * @param parent the recipe of the run that left the checkpoint
     * @param iteration iterations that it has done
     * @param images training images
     */
    public static Optional<Refusal> refusal(Recipe parent, long iteration, Recipe fork, int images) {
        NetworkSpec then = parent.network();
        NetworkSpec now = fork.network();
        if (!then.name().equals(now.name()) || then.classes() != now.classes() || then.side() != now.side()) {
            return Optional.of(new Refusal(
                    Setting.NETWORK,
                    "A fork keeps the network of its parent, " + words(then) + "; this recipe has " + words(now)
                            + ". Choose that network, or begin with new weights."));
        }
        return tooShort(iteration, batch(parent), fork, images);
    }

    /**
     * Writes the checkpoint of a fork into the folder of a new run, with a sentence about where it comes from beside it.
     * Blocking.
     *
     * @param checkpoint of the parent, which may be training
     * @param parent what the parent is called
     * @return iterations of the fork that count as done
     * @throws TrainingException if the checkpoint is missing, damaged, of another network or of other images, has done all of
     *     the fork's epochs, or the folder cannot be written
     */
    public static long begin(Path checkpoint, String parent, Recipe fork, DataSet data, RunFolder folder)
            throws TrainingException {
        Checkpoint state = Checkpoint.read(checkpoint, fork.network().plan());
        checkNetwork(state.settings(), fork);
        if (!state.dataFingerprint().equals(data.fingerprint())) {
            throw new TrainingException("The checkpoint " + checkpoint
                    + " was trained on other images. Open those, or begin with new weights.");
        }
        int images = data.training().size();
        int batchThen = Integer.parseInt(state.settings().getOrDefault("batchSize", String.valueOf(batch(fork))));
        Optional<Refusal> tooShort = tooShort(state.iteration(), batchThen, fork, images);
        if (tooShort.isPresent()) {
            throw new TrainingException(tooShort.get().sentence());
        }
        long iteration = done(state.iteration(), batchThen, batch(fork), images);
        new Checkpoint(
                        iteration,
                        state.seconds(),
                        RecipeText.settings(fork),
                        state.dataFingerprint(),
                        state.weights(),
                        state.updaterState(),
                        state.history().map(known -> history(known, iteration, fork)),
                        new LossWatch(fork.network().classes()).memory(),
                        /* what the parent has not evaluated is not the fork's to do */ false)
                .write(folder.checkpoint());
        String epochs = epochs((double) state.iteration() / iterations(images, batchThen));
        String origin = String.format(
                Locale.ROOT, "Forked from “%s” at iteration %,d, after %s.", parent, state.iteration(), epochs);
        try {
            WholeFile.write(folder.originFile(), origin);
            WholeFile.write(folder.recipeFile(), fork.text());
        } catch (IOException e) {
            throw new TrainingException(
                    "Could not write into " + folder.path() + " (" + DiskTrouble.words(e)
                            + "). Check the free space and that the folder can be written.",
                    e);
        }
        return iteration;
    }

    private static void checkNetwork(Map<String, String> settings, Recipe fork) throws TrainingException {
        Map<String, String> now = RecipeText.settings(fork);
        for (String name : List.of("network", "classes", "side")) {
            if (!now.getOrDefault(name, "").equals(settings.get(name))) {
                throw new TrainingException("The checkpoint is of a network with " + name + " " + settings.get(name)
                        + ", the fork has " + now.get(name) + ". Choose the same, or begin with new weights.");
            }
        }
    }

    private static Optional<Refusal> tooShort(long iteration, int batchThen, Recipe fork, int images) {
        int epochs = fork.optimization().epochs();
        long all = (long) iterations(images, batch(fork)) * epochs;
        if (done(iteration, batchThen, batch(fork), images) < all) {
            return Optional.empty();
        }
        double before = (double) iteration / iterations(images, batchThen);
        return Optional.of(new Refusal(
                Setting.EPOCHS,
                epochs + (epochs == 1 ? " epoch is" : " epochs are") + " too few: the parent has done " + epochs(before)
                        + " already. Give more, for example " + (long) (Math.ceil(before) * 2) + "."));
    }

    /** As many epochs, in iterations of the fork's batches. */
    private static long done(long iteration, int batchThen, int batchNow, int images) {
        if (batchThen == batchNow) {
            return iteration;
        }
        return Math.round((double) iteration / iterations(images, batchThen) * iterations(images, batchNow));
    }

    /** Whole batches of an epoch, at least 1. */
    private static int iterations(int images, int batch) {
        return Math.max(1, images / batch);
    }

    /** A rate that was set by hand gives way to the fork's. */
    private static RunHistory history(RunHistory parent, long iteration, Recipe fork) {
        List<RateEdit> edits = new ArrayList<>(parent.rateEdits());
        if (!edits.isEmpty()) {
            edits.add(new RateEdit(iteration, fork.optimization().learningRate()));
        }
        return new RunHistory(
                parent.startedAt(),
                parent.sessions(),
                parent.calibrationSeconds(),
                parent.evaluationSeconds(),
                edits,
                parent.machines());
    }

    private static int batch(Recipe recipe) {
        return recipe.optimization().batchSize();
    }

    private static String words(NetworkSpec network) {
        return network.name() + " of " + network.classes() + " classes at side " + network.side();
    }

    private static String epochs(double done) {
        String count = done == Math.rint(done)
                ? String.format(Locale.ROOT, "%,.0f", done)
                : String.format(Locale.ROOT, "%,.1f", done);
        return count + (count.equals("1") ? " epoch" : " epochs");
    }
}
