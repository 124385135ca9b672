package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.data.UnreadableImageException;
import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import java.util.Locale;

/** What is said when a run ends before its time. */
final class RunFailure {
    private RunFailure() {}

    /**
     * The run diverged.
     *
     * @param how the beginning of the sentence
     * @param iteration iterations done
     * @param rate learning rate of the last step
     * @param peak peak of the rate's schedule
     * @param kept what there is to go on from
     */
    static String diverged(String how, long iteration, double rate, double peak, String kept) {
        return String.format(
                Locale.ROOT,
                "%s after %d iterations at learning rate %.3g. Try a learning rate ten times smaller, %.2g at its peak; %s.",
                how,
                iteration,
                rate,
                peak / 10,
                kept);
    }

    /** A checkpoint cannot be written, and the run goes on. */
    static String unwritten(String why, String kept) {
        return why + " The run goes on and tries again every " + Checkpoints.RETRY.toSeconds() + " seconds; until then "
                + kept + ".";
    }

    /** A stop is held since its checkpoint cannot be written. */
    static String held(String why, long iteration, String kept) {
        return why + " The run waits after " + iteration + " iterations, so that none is lost; " + kept
                + ". Make room and stop again, or resume. If you stop again without room, it ends there.";
    }

    /** The run was stopped, and its checkpoint could not be written. */
    static String stoppedUnwritten(String why, long iteration, String kept) {
        return "The run was stopped after " + iteration + " iterations without a checkpoint of them; " + kept + ". "
                + why;
    }

    /** Something happened that nobody foresaw; the log has its trace. */
    static String unforeseen(Throwable failure, long iteration, Recipe recipe, String kept) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableImageException) {
                return "The run ended after " + iteration
                        + " iterations since a picture of the data could not be read; " + kept + ". "
                        + cause.getMessage();
            }
            if (cause instanceof OutOfDeviceMemory memory) {
                return "The memory of the " + memory.device() + " does not suffice after " + iteration
                        + " iterations for "
                        + recipe.network().name() + " with batches of "
                        + recipe.optimization().batchSize() + " images, not even in halves; " + kept
                        + ". Choose a smaller batch or network, or close other programs.";
            }
            if (cause instanceof OutOfMemoryError) {
                return "The memory does not suffice after " + iteration + " iterations for "
                        + recipe.network().name() + " with batches of "
                        + recipe.optimization().batchSize()
                        + " images; " + kept + ". Choose a smaller batch or network, or close other programs.";
            }
        }
        String message = failure.getMessage();
        return "The run ended after " + iteration + " iterations by an unexpected error ("
                + failure.getClass().getSimpleName() + (message == null ? "" : ": " + FullStop.without(message))
                + "); " + kept + ". Go on from there; if it ends in the same way, report it with the log.";
    }
}
