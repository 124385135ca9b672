package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.TimeLeft;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.time.Duration;
import java.util.Optional;

/** Turns frames of telemetry into the status of a run. Knows the engine's events and the clock, no chart and no node. */
final class RunTracker {
    private long iterations;
    private int iterationsPerEpoch = 1;
    private int epochs;
    private long iteration;
    private long evaluatedAt = -1;
    private double imagesPerSecond;
    private double paceSum;
    private long paceCount;
    private double learningRate;
    private double telemetryShare;
    private boolean evaluationAsked;
    private boolean pauseAsked;
    private RunState state = RunState.STARTING;

    private long firstIteration;
    private long foldingBefore;
    private long startedNanos;
    private long pausedNanos;
    private long pauseBegan;

    /** A run that has just been asked to start. */
    RunTracker() {}

    /** Takes a frame in; {@code nowNanos} is the time of any steady clock. */
    RunStatus take(TelemetryFrame frame, long nowNanos) {
        for (TrainingEvent event : frame.events()) {
            take(event, nowNanos);
            if (event instanceof TrainingEvent.Started) {
                foldingBefore = frame.foldingNanos(); // of the run until it was left
            }
        }
        frame.newest().ifPresent(this::take);
        long elapsed = elapsed(nowNanos);
        telemetryShare = elapsed > 0 ? (double) (frame.foldingNanos() - foldingBefore) / elapsed : 0;
        return status(nowNanos);
    }

    /** Tells that a person asked for an evaluation. */
    void evaluationAsked() {
        evaluationAsked = true;
    }

    /** Tells that a person asked to pause, or to go on. */
    void pauseAsked(boolean pause) {
        pauseAsked = pause;
    }

    /** Tells that a person asked to stop. */
    void stopAsked() {
        state = RunState.STOPPING;
    }

    /** The status as of now. */
    RunStatus status(long nowNanos) {
        int epoch = iterations == 0 ? 0 : (int) Math.min(epochs, iteration / iterationsPerEpoch + 1);
        return new RunStatus(
                state,
                iteration,
                iterations,
                epoch,
                epochs,
                evaluating(),
                pauseAsked && state == RunState.RUNNING,
                imagesPerSecond,
                learningRate,
                left(nowNanos),
                telemetryShare);
    }

    /** Mean of the pace that the engine told, as often as it was looked at; 0 before the first iteration. */
    double meanImagesPerSecond() {
        return paceCount == 0 ? 0 : paceSum / paceCount;
    }

    int iterationsPerEpoch() {
        return iterationsPerEpoch;
    }

    /** The engine evaluates after every epoch, and when asked; it says so only when it is done. */
    private boolean evaluating() {
        boolean epochDone = iteration > firstIteration && iteration % iterationsPerEpoch == 0;
        boolean atWork = state == RunState.RUNNING || state == RunState.PAUSED;
        return atWork && (evaluationAsked || (epochDone && evaluatedAt < iteration));
    }

    private void take(IterationDone done) {
        iteration = done.iteration();
        imagesPerSecond = done.imagesPerSecond();
        paceSum += imagesPerSecond;
        paceCount++;
        learningRate = done.learningRate();
    }

    private void take(TrainingEvent event, long now) {
        iteration = event.iteration();
        if (event instanceof TrainingEvent.Started started) {
            iterations = started.iterations();
            iterationsPerEpoch = Math.max(1, started.iterationsPerEpoch());
            epochs = started.epochs();
            firstIteration = started.iteration();
            startedNanos = now;
            pausedNanos = 0;
            enter(RunState.RUNNING);
        } else if (event instanceof TrainingEvent.Evaluated) {
            evaluatedAt = event.iteration();
            evaluationAsked = false;
        } else if (event instanceof TrainingEvent.StopHeld) {
            pauseAsked = true;
            state = RunState.RUNNING; // until the pause that follows
        } else if (event instanceof TrainingEvent.Paused) {
            pauseBegan = now;
            enter(RunState.PAUSED);
        } else if (event instanceof TrainingEvent.Resumed) {
            pausedNanos += now - pauseBegan;
            enter(RunState.RUNNING);
        } else if (event instanceof TrainingEvent.Finished) {
            state = RunState.FINISHED;
        } else if (event instanceof TrainingEvent.Stopped) {
            state = RunState.STOPPED;
        } else if (event instanceof TrainingEvent.Failed) {
            state = RunState.FAILED;
        }
    }

    /** A request to stop is not forgotten because the engine reports something older. */
    private void enter(RunState next) {
        if (state != RunState.STOPPING) {
            state = next;
        }
    }

    private long elapsed(long now) {
        long until = state == RunState.PAUSED ? pauseBegan : now;
        return iterations == 0 ? 0 : until - startedNanos - pausedNanos;
    }

    private Optional<Duration> left(long now) {
        return state == RunState.RUNNING || state == RunState.PAUSED
                ? TimeLeft.estimate(iteration - firstIteration, iterations - iteration, elapsed(now))
                : Optional.empty();
    }
}
