package dev.sdpoint.engine.inference;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * How busy all processors were between two looks, and which part of it forward passes took. There are two looks: one sees a single instance and begins
 * anew when another one comes, so that a strategy learns what its instance takes; the other goes on, so that a stream that changes often is judged too.
 * A look takes a quarter of a second at least, since the system counts in steps of about ten milliseconds.
 */
final class CpuShare {
    private static final long LEAST_NANOS = 250_000_000;
    /** Between two questions to the system: two of its steps, since the share of a shorter time is mostly chance. */
    private static final long LEAST_PART_NANOS = 20_000_000;

    private final DoubleSupplier busy;
    private final double width;
    private final Look ofInstance = new Look();
    private final Look ofAll = new Look();
    private long asked;
    private long computing;
    private double lastBusy = Double.NaN;
    private double lastOwn = Double.NaN;

    /** Nanoseconds that were looked at, and how many of them all processors were busy and forward passes took. */
    private static final class Look {
        private long elapsed;
        private double busy;
        private long computing;

        void add(long nanos, double share, long passes) {
            elapsed += nanos;
            busy += share * nanos;
            computing += passes;
        }

        boolean done() {
            return elapsed >= LEAST_NANOS;
        }

        double busyShare() {
            return Math.min(1, busy / elapsed);
        }

        double ownShare(double width) {
            return Math.min(1, width * computing / elapsed);
        }

        void clear() {
            elapsed = 0;
            busy = 0;
            computing = 0;
        }
    }

    /** @param busy share of the processors' time since the last call, 0 … 1; below 0 or NaN if the system does not tell */
    CpuShare(DoubleSupplier busy, double width, long now) {
        this.busy = busy;
        this.width = width;
        // The system tells the share since it was last asked; what it says now is of the time before.
        double unused = busy.getAsDouble();
        asked = now;
    }

    /** Of this machine; never tells anything if the Java runtime does not. */
    static DoubleSupplier ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system::getCpuLoad
                : () -> Double.NaN;
    }

    /** Another instance comes now. */
    void instanceChanges(long now) {
        if (now - asked >= LEAST_PART_NANOS) {
            ask(now);
        }
        ofInstance.clear();
    }

    /** Counts a frame. Gives it with the shares under its instance, if a look at that ends with it; without shares otherwise. */
    FrameReading reading(double latencyMillis, double frameMillis, long now) {
        computing += Math.round(latencyMillis * 1e6);
        if (Math.max(ofInstance.elapsed, ofAll.elapsed) + now - asked >= LEAST_NANOS) {
            ask(now);
        }
        if (ofAll.done()) {
            lastBusy = ofAll.busyShare();
            lastOwn = ofAll.ownShare(width);
            ofAll.clear();
        }
        if (!ofInstance.done()) {
            return FrameReading.ofTimes(latencyMillis, frameMillis);
        }
        FrameReading told =
                new FrameReading(latencyMillis, frameMillis, ofInstance.busyShare(), ofInstance.ownShare(width));
        ofInstance.clear();
        return told;
    }

    /** The frame with the shares of the last look that ended, whatever instances it saw; without shares before the first. */
    FrameReading standing(FrameReading frame) {
        return new FrameReading(frame.latencyMillis(), frame.frameMillis(), lastBusy, lastOwn);
    }

    private void ask(long now) {
        double share = busy.getAsDouble();
        if (share >= 0) {
            ofInstance.add(now - asked, share, computing);
            ofAll.add(now - asked, share, computing);
        }
        asked = now;
        computing = 0;
    }
}
