package dev.sdpoint.app.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntPredicate;
import javafx.animation.AnimationTimer;

/**
 * How far frames are apart and how much the JavaFX thread works for each of them, while something is done in every frame. A pulse waits
 * until the frame before it is painted, so that a gap between pulses has the painting in it. Made and started on the JavaFX thread.
 */
final class FrameTimes extends AnimationTimer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int WARM_UP = 60;

    private final IntPredicate everyFrame;
    private final Runnable done;
    private final double[] gaps;
    private final double[] work;
    private int measured = -WARM_UP - 1;
    private double painting;
    private long lastNanos;
    private long lastWork;

    /**
     * @param frames that are measured at the most, after 60 that are not
     * @param everyFrame what is done in a frame, by its number from 0 with those that are not measured; whether it goes on
     * @param done runs after the last frame
     */
    FrameTimes(int frames, IntPredicate everyFrame, Runnable done) {
        this.everyFrame = everyFrame;
        this.done = done;
        gaps = new double[frames];
        work = new double[frames];
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        long used = THREADS.getCurrentThreadCpuTime();
        if (measured == 0) {
            painting = -paintingSeconds();
        }
        if (measured >= 0) {
            gaps[measured] = (now - lastNanos) / 1e6;
            work[measured] = (used - lastWork) / 1e6;
        }
        measured++;
        if (measured == gaps.length || !everyFrame.test(measured + WARM_UP)) {
            stop();
            painting += paintingSeconds();
            done.run();
        }
        lastNanos = now;
        lastWork = used;
    }

    /** Frames that were measured. */
    int count() {
        return Math.max(0, measured);
    }

    /** Milliseconds between two frames that a share of the frames stays below. */
    double gap(double share) {
        return quantile(Arrays.copyOf(gaps, count()), share);
    }

    /** Milliseconds of processor time of the JavaFX thread that a share of the frames stays below. */
    double work(double share) {
        return quantile(Arrays.copyOf(work, count()), share);
    }

    /** Milliseconds of processor time that the thread which paints used for a frame, on average. */
    double painting() {
        return 1e3 * painting / count();
    }

    /** Seconds of processor time that the threads which paint have used so far. */
    private static double paintingSeconds() {
        return ThreadTimes.seconds("Quantum.*|Prism.*");
    }

    /** As {@link #work(double)}, of a part of the frames: {@code from} and {@code to} are 0 … 1. */
    double work(double share, double from, double to) {
        return quantile(Arrays.copyOfRange(work, (int) (from * count()), (int) (to * count())), share);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * (sorted.length - 1))];
    }
}
