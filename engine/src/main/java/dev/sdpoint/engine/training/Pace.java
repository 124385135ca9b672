package dev.sdpoint.engine.training;

/** Measures training time without pauses and evaluations, and images per second over about the last second. */
final class Pace {
    private static final long WINDOW_NANOS = 1_000_000_000L;

    private long runningSince = System.nanoTime();
    private boolean running = true;
    private long done;
    private long windowStart = System.nanoTime();
    private long windowImages;
    private double imagesPerSecond;

    void add(int images) {
        windowImages += images;
        long now = System.nanoTime();
        long elapsed = now - windowStart;
        if (elapsed >= WINDOW_NANOS || imagesPerSecond == 0) {
            imagesPerSecond = windowImages * 1e9 / elapsed;
        }
        if (elapsed >= WINDOW_NANOS) {
            windowStart = now;
            windowImages = 0;
        }
    }

    /** @return whether it was running */
    boolean stop() {
        boolean was = running;
        if (was) {
            done += System.nanoTime() - runningSince;
            running = false;
        }
        return was;
    }

    void start() {
        running = true;
        runningSince = System.nanoTime();
        windowStart = runningSince;
        windowImages = 0;
    }

    double imagesPerSecond() {
        return imagesPerSecond;
    }

    double seconds() {
        return (done + (running ? System.nanoTime() - runningSince : 0)) / 1e9;
    }
}
