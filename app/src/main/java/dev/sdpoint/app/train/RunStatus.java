package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TimeLeft;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A run in numbers.
 *
 * @param iteration iterations done
 * @param iterations iterations of the whole run; 0 until it has started
 * @param epoch epoch under way, 1-based; 0 until it has started
 * @param epochs epochs of the whole run
 * @param evaluating whether all instances are being evaluated now
 * @param pausing whether a pause was asked for
 * @param imagesPerSecond as the engine measured it; 0 until it has
 * @param learningRate of the newest iteration
 * @param left estimated time left, judged by the pace of this run
 * @param telemetryShare share of the training thread's time that telemetry took
 */
record RunStatus(
        RunState state,
        long iteration,
        long iterations,
        int epoch,
        int epochs,
        boolean evaluating,
        boolean pausing,
        double imagesPerSecond,
        double learningRate,
        Optional<Duration> left,
        double telemetryShare) {
    static final RunStatus READY = new RunStatus(RunState.READY, 0, 0, 0, 0, false, false, 0, 0, Optional.empty(), 0);

    RunStatus in(RunState other) {
        return new RunStatus(
                other,
                iteration,
                iterations,
                epoch,
                epochs,
                evaluating && other.active(),
                pausing && other.active(),
                imagesPerSecond,
                learningRate,
                left,
                telemetryShare);
    }

    /** Whether the run takes the processors now: it learns, evaluates, begins or ends. */
    boolean computes() {
        return evaluating || (state.active() && state != RunState.PAUSED);
    }

    /** Share of the run that is done, 0 … 1. */
    double progress() {
        return iterations == 0 ? 0 : (double) iteration / iterations;
    }

    /** One line for people. */
    String sentence() {
        return switch (state) {
            case READY -> "Nothing is training.";
            case STARTING -> "Preparing the network and the first batches …";
            case RUNNING ->
                evaluating
                        ? where() + " · evaluating all instances …" + rest()
                        : where() + (pausing ? " · pausing …" : rest() + pace());
            case PAUSED -> where() + (evaluating ? " · paused, evaluating all instances …" : " · paused");
            case STOPPING -> where() + " · stopping; a checkpoint is written …";
            case FINISHED -> String.format(Locale.ROOT, "Finished: %s, %,d iterations", epochs(epochs), iteration);
            case STOPPED -> where() + " · stopped, can be continued";
            case FAILED -> iterations == 0 ? "The run could not begin." : where() + " · ended by an error";
        };
    }

    private String where() {
        return "epoch " + epoch + " of " + epochs;
    }

    private String rest() {
        return left.map(time -> " · " + TimeLeft.words(time)).orElse("");
    }

    private String pace() {
        return imagesPerSecond > 0 ? String.format(Locale.ROOT, " · %,.0f images/s", imagesPerSecond) : "";
    }

    private static String epochs(int count) {
        return count == 1 ? "1 epoch" : String.format(Locale.ROOT, "%,d epochs", count);
    }
}
