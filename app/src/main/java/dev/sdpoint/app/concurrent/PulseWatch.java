package dev.sdpoint.app.concurrent;

import javafx.animation.AnimationTimer;

/**
 * Measures how smoothly the JavaFX thread runs: the longest time between two pulses, which on a free thread is about 17 ms. For tests
 * and measurements. All methods on the JavaFX thread.
 */
public final class PulseWatch {
    private long lastNanos;
    private long longestNanos;
    private long pulses;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            long clock = System.nanoTime();
            if (pulses > 0) {
                longestNanos = Math.max(longestNanos, clock - lastNanos);
            }
            lastNanos = clock;
            pulses++;
        }
    };

    /** Starts anew. */
    public void start() {
        pulses = 0;
        longestNanos = 0;
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

    /** Pulses since the start. */
    public long pulses() {
        return pulses;
    }
}
