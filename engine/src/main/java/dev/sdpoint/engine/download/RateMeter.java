package dev.sdpoint.engine.download;

import java.time.Duration;
import java.util.Optional;

/**
 * Bytes a second, smoothed: older times count less, by a factor e every {@value #MEMORY_SECONDS} seconds, so that the time left
 * neither jumps nor lies for long after the network has changed its pace. One thread.
 */
final class RateMeter {
    private static final double MEMORY_SECONDS = 8;
    private static final double TRUST_AFTER_SECONDS = 2;
    private static final double NANOS = 1e9;

    private final long startNanos;
    private long lastNanos;
    private double bytes;
    private double seconds;

    /** @param nanos the time now */
    RateMeter(long nanos) {
        startNanos = nanos;
        lastNanos = nanos;
    }

    /** More bytes have come until now. */
    void add(long more, long nanos) {
        double elapsed = Math.max(0, nanos - lastNanos) / NANOS;
        double kept = Math.exp(-elapsed / MEMORY_SECONDS);
        bytes = bytes * kept + more;
        seconds = seconds * kept + elapsed;
        lastNanos = nanos;
    }

    /** Bytes a second; 0 in the first two seconds, which tell too little. */
    double perSecond() {
        return (lastNanos - startNanos) / NANOS < TRUST_AFTER_SECONDS || seconds <= 0 ? 0 : bytes / seconds;
    }

    /** The time that this many bytes take; empty while the rate is not known or nothing comes. */
    Optional<Duration> left(long bytesLeft) {
        double rate = perSecond();
        return rate < 1 ? Optional.empty() : Optional.of(Duration.ofMillis((long) (1000 * bytesLeft / rate)));
    }
}
