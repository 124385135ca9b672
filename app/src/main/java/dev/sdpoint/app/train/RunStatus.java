package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TimeLeft;
import dev.sdpoint.app.text.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

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
    private static final Texts TEXTS = Texts.of(RunStatus.class);
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
            case READY -> TEXTS.get("status.ready");
            case STARTING -> TEXTS.get("status.starting");
            case RUNNING -> evaluating ? line(TEXTS.get("status.evaluating"), rest()) : running();
            case PAUSED -> line(TEXTS.get(evaluating ? "status.paused.evaluating" : "status.paused"));
            case STOPPING -> line(TEXTS.get("status.stopping"));
            case FINISHED -> TEXTS.get("status.finished", epochs, iteration);
            case STOPPED -> line(TEXTS.get("status.stopped"));
            case FAILED -> iterations == 0 ? TEXTS.get("status.not-begun") : line(TEXTS.get("status.failed"));
        };
    }

    private String running() {
        return pausing ? line(TEXTS.get("status.pausing")) : line(rest(), pace());
    }

    /** Where the run is, and what else there is to say. */
    private String line(String... more) {
        StringJoiner line = new StringJoiner(" · ");
        line.add(TEXTS.get("progress.epoch", epoch, epochs));
        Arrays.stream(more).filter(words -> !words.isEmpty()).forEach(line::add);
        return line.toString();
    }

    private String rest() {
        return left.map(TimeLeft::words).orElse("");
    }

    private String pace() {
        return imagesPerSecond > 0 ? RunMetric.SPEED.words(imagesPerSecond) : "";
    }
}
