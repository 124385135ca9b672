package dev.sdpoint.engine.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a run went, besides its training time.
 *
 * @param startedAt ISO-8601 instant at which it was first started
 * @param sessions how often it was started or taken up again, at least 1; a session that was killed before it wrote a
 *     checkpoint left no trace and is not counted
 * @param calibrationSeconds spent on batch-norm statistics
 * @param evaluationSeconds spent on validation images
 * @param rateEdits changes of the peak learning rate by hand, in their order
 * @param machines where it was computed, in their order, each once in a row; at least one
 */
public record RunHistory(
        String startedAt,
        int sessions,
        double calibrationSeconds,
        double evaluationSeconds,
        List<RateEdit> rateEdits,
        List<Machine> machines) {
    public RunHistory {
        requireInstant(startedAt);
        if (sessions < 1 || machines.isEmpty()) {
            throw new IllegalArgumentException("a run of " + sessions + " sessions on " + machines.size()
                    + " machines is impossible; each is at least 1");
        }
        if (!isDuration(calibrationSeconds) || !isDuration(evaluationSeconds)) {
            throw new IllegalArgumentException("a calibration of " + calibrationSeconds
                    + " seconds or an evaluation of " + evaluationSeconds + " seconds is impossible");
        }
        rateEdits = List.copyOf(rateEdits);
        machines = List.copyOf(machines);
    }

    /** Seconds by the clock on the wall until an ISO-8601 instant, pauses and interruptions included; at least 0. */
    public double secondsUntil(String instant) {
        Duration whole = Duration.between(Instant.parse(startedAt), Instant.parse(instant));
        return Math.max(0, whole.toMillis() / 1000.0);
    }

    private static boolean isDuration(double seconds) {
        return seconds >= 0 && Double.isFinite(seconds);
    }

    private static void requireInstant(String text) {
        try {
            Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time of the form 2024-05-01T12:00:00Z", e);
        }
    }
}
