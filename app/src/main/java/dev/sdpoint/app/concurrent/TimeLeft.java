package dev.sdpoint.app.concurrent;

import java.time.Duration;
import java.util.Optional;

/** Estimates how long something still takes, and says it in words. */
public final class TimeLeft {
    private static final long TRUST_AFTER_NANOS = 2_000_000_000L;

    private TimeLeft() {}

    /**
     * The time left at the pace so far.
     *
     * @param stepsDone steps done in the elapsed time
     * @param stepsLeft steps to do
     * @return empty before two seconds or the first step: too early to judge
     */
    public static Optional<Duration> estimate(long stepsDone, long stepsLeft, long elapsedNanos) {
        if (stepsDone <= 0 || elapsedNanos < TRUST_AFTER_NANOS) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((double) elapsedNanos / stepsDone * Math.max(0, stepsLeft))));
    }

    /** Such as "8 s left", "about 12 min left", "about 3 h 20 min left". */
    public static String words(Duration left) {
        return (left.toSeconds() < 60 ? "" : "about ") + span(left) + " left";
    }

    /** Such as "8 s", "12 min", "3 h 20 min". */
    public static String span(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return Math.max(1, seconds) + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
