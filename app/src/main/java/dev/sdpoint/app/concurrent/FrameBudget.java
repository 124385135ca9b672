package dev.sdpoint.app.concurrent;

import java.util.function.LongSupplier;

/**
 * How long to wait until the next frame, so that frames take a share of one core's time and no more, whatever a frame costs on this
 * machine: where drawing is cheap they come often. What a frame costs is what the drawing threads worked since the last one, averaged over
 * some frames, for a figure may be drawn in one frame and not in the next. Not thread-safe.
 */
final class FrameBudget implements LongSupplier {
    /** Weight of the newest frame in the average. */
    private static final double NEWEST = 0.3;

    private final double share;
    private final long leastNanos;
    private final long mostNanos;
    private final LongSupplier workNanos;
    private long before;
    private double frame;
    private boolean known;

    /**
     * @param share of one core, in (0, 1)
     * @param leastNanos wait at the least, also before the cost of a frame is known; above 0
     * @param mostNanos wait at the most, even if the share is exceeded
     * @param workNanos processor time that drawing has taken so far
     */
    FrameBudget(double share, long leastNanos, long mostNanos, LongSupplier workNanos) {
        if (!(share > 0 && share < 1) || leastNanos <= 0 || mostNanos < leastNanos) {
            throw new IllegalArgumentException("share " + share + " and waits " + leastNanos + " … " + mostNanos
                    + " ns: need 0 < share < 1 and" + " 0 < least ≤ most.");
        }
        this.share = share;
        this.leastNanos = leastNanos;
        this.mostNanos = mostNanos;
        this.workNanos = workNanos;
        before = workNanos.getAsLong();
    }

    /** Nanoseconds to wait after the frame that was just done; called once a frame. */
    @Override
    public long getAsLong() {
        long now = workNanos.getAsLong();
        double newest = Math.max(0, now - before);
        frame = known ? frame + NEWEST * (newest - frame) : newest;
        known = true;
        before = now;
        return Math.round(Math.min(mostNanos, Math.max(leastNanos, frame / share)));
    }
}
