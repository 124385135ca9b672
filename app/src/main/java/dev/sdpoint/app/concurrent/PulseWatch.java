package dev.sdpoint.app.concurrent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javafx.animation.AnimationTimer;

/**
 * Measures how smoothly the JavaFX thread runs: the longest time between two pulses, which on a free thread is about 17 ms, and the
 * most processor time that the thread itself used between two pulses, which a busy machine hardly changes. For tests and
 * measurements. All methods on the JavaFX thread.
 */
public final class PulseWatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long lastNanos;
    private long longestNanos;
    private long lastWork;
    private long mostWork;
    private long pulses;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            long clock = System.nanoTime();
            long work = work();
            if (pulses > 0) {
                longestNanos = Math.max(longestNanos, clock - lastNanos);
                mostWork = Math.max(mostWork, work - lastWork);
            }
            lastNanos = clock;
            lastWork = work;
            pulses++;
        }
    };

    /** Starts anew. */
    public void start() {
        pulses = 0;
        longestNanos = 0;
        mostWork = 0;
        timer.start();
    }

    /** Stops; what was measured stays. */
    public void stop() {
        timer.stop();
    }

    /** Milliseconds of the longest gap since the start. */
    public double longestGapMillis() {
        return longestNanos / 1e6;
    }

    /** Milliseconds of processor time that the thread used at most between two pulses; 0 where the JVM cannot tell. */
    public double mostWorkMillis() {
        return mostWork / 1e6;
    }

    /** Pulses since the start. */
    public long pulses() {
        return pulses;
    }

    private static long work() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }
}
