package dev.sdpoint.app.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/**
 * How far frames are apart and how much the JavaFX thread works for each of them, while something is done in every frame. A pulse waits
 * until the frame before it is painted, so that a gap between pulses has the painting in it. Made and started on the JavaFX thread.
 */
final class FrameTimes extends AnimationTimer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final IntConsumer everyFrame;
    private final Runnable done;
    private final int warmUp;
    private final double[] gaps;
    private final double[] work;
    private int frame;
    private long lastNanos;
    private long lastWork;

    /**
     * @param frames that are measured
     * @param warmUp frames before them
     * @param everyFrame what is done in a frame, by its number from 0
     * @param done runs after the last frame
     */
    FrameTimes(int frames, int warmUp, IntConsumer everyFrame, Runnable done) {
        this.everyFrame = everyFrame;
        this.done = done;
        this.warmUp = warmUp;
        gaps = new double[frames];
        work = new double[frames];
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        long used = THREADS.getCurrentThreadCpuTime();
        int measured = frame - warmUp - 1;
        if (measured >= 0 && measured < gaps.length) {
            gaps[measured] = (now - lastNanos) / 1e6;
            work[measured] = (used - lastWork) / 1e6;
        }
        if (measured == gaps.length - 1) {
            stop();
            done.run();
            return;
        }
        lastNanos = now;
        lastWork = used;
        everyFrame.accept(frame);
        frame++;
    }

    /** Milliseconds between two frames that a share of the frames stays below. */
    double gap(double share) {
        return quantile(gaps, share);
    }

    /** Milliseconds of processor time of the JavaFX thread that a share of the frames stays below. */
    double work(double share) {
        return quantile(work, share);
    }

    /** As {@link #work(double)}, of a part of the frames: {@code from} and {@code to} are 0 … 1. */
    double work(double share, double from, double to) {
        return quantile(
                Arrays.copyOfRange(work, (int) (from * work.length), (int) (to * work.length)), share);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * (sorted.length - 1))];
    }
}
