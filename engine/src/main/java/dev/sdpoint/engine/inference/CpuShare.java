package dev.sdpoint.engine.inference;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * How busy all processors were between two looks, and which part of it forward passes took. A look is refused before a quarter of a second has
 * gone by, since the system counts in steps of about ten milliseconds.
 */
final class CpuShare {
    private static final long LEAST_NANOS = 250_000_000;

    private final DoubleSupplier busy;
    private final double width;
    private long begun;
    private long computing;

    /** @param busy share of the processors' time since the last call, 0 … 1; below 0 or NaN if the system does not tell */
    CpuShare(DoubleSupplier busy, double width, long now) {
        this.busy = busy;
        this.width = width;
        restart(now);
    }

    /** Of this machine; never tells anything if the Java runtime does not. */
    static DoubleSupplier ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system::getCpuLoad
                : () -> Double.NaN;
    }

    /** Forgets what was before, because another instance comes now. */
    void restart(long now) {
        // The system tells the share since it was last asked; what it says now is of the time before.
        double unused = busy.getAsDouble();
        begun = now;
        computing = 0;
    }

    /** A frame with its shares, if it is time to look; without them otherwise. */
    FrameReading reading(double latencyMillis, double frameMillis, long now) {
        computing += Math.round(latencyMillis * 1e6);
        long elapsed = now - begun;
        if (elapsed < LEAST_NANOS) {
            return FrameReading.ofTimes(latencyMillis, frameMillis);
        }
        double share = busy.getAsDouble();
        double own = Math.min(1, width * computing / elapsed);
        begun = now;
        computing = 0;
        return share >= 0
                ? new FrameReading(latencyMillis, frameMillis, Math.min(1, share), own)
                : FrameReading.ofTimes(latencyMillis, frameMillis);
    }
}
