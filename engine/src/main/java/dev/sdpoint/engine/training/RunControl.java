package dev.sdpoint.engine.training;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The hand of a person on a running training: takes effect within one iteration. Thread-safe; a control serves one run.
 */
public final class RunControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopRequested;
    private boolean pauseRequested;
    private boolean evaluationRequested;
    private boolean held;
    private boolean regardless;
    private volatile double learningRate = Double.NaN;

    /**
     * Asks the run to stop after the iteration under way. If its checkpoint cannot be written then, the run waits as if paused, so that nothing
     * is lost: the next stop tries again, and ends it in any case; {@link #resume} lets it go on.
     */
    public void stop() {
        requestStop(false);
    }

    /** Asks the run to stop after the iteration under way, whether its checkpoint can be written or not: the program ends. */
    public void stopRegardless() {
        requestStop(true);
    }

    private void requestStop(boolean inAnyCase) {
        lock.lock();
        try {
            regardless |= inAnyCase;
            stopRequested = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the run to wait after the iteration under way. */
    public void pause() {
        setPaused(true);
    }

    /** Lets a waiting run go on. */
    public void resume() {
        setPaused(false);
    }

    /** Asks for an evaluation of all instances after the iteration under way. */
    public void evaluateNow() {
        lock.lock();
        try {
            evaluationRequested = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Replaces the schedule's peak learning rate from the next iteration on; the schedule's course is kept.
     *
     * @throws IllegalArgumentException if it is outside (0, 10]
     */
    public void setPeakLearningRate(double rate) {
        if (!(rate > 0 && rate <= 10)) {
            throw new IllegalArgumentException("learning rate " + rate + " is outside (0, 10]");
        }
        learningRate = rate;
    }

    /** Whether a stop was asked for. */
    public boolean stopRequested() {
        return stopRequested;
    }

    /** Whether the run is asked to wait. */
    public boolean pauseRequested() {
        lock.lock();
        try {
            return pauseRequested;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Turns a stop whose checkpoint cannot be written into a pause.
     *
     * @return whether it is one now; not if it was held before, or must be
     */
    boolean holdStop() {
        lock.lock();
        try {
            if (held || regardless) {
                return false;
            }
            held = true;
            stopRequested = false;
            pauseRequested = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    OptionalDouble peakLearningRate() {
        double rate = learningRate;
        return Double.isNaN(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    /** Takes the request for an evaluation, once. */
    boolean takeEvaluationRequest() {
        lock.lock();
        try {
            boolean wanted = evaluationRequested;
            evaluationRequested = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Waits while paused; returns early for an evaluation request or a stop. */
    void awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (pauseRequested && !stopRequested && !evaluationRequested) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void setPaused(boolean paused) {
        lock.lock();
        try {
            pauseRequested = paused;
            held &= paused;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A peak learning rate for display, if a person set one. */
    public Optional<Double> editedLearningRate() {
        double rate = learningRate;
        return Double.isNaN(rate) ? Optional.empty() : Optional.of(rate);
    }
}
