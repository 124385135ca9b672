package dev.sdpoint.app.train;

import java.util.OptionalLong;

/**
 * Lets a chart rest for a second after it was drawn, for that is what watching may cost a run (docs/performance.md). A little less than a second,
 * lest a clock of one a second that is early have it drawn every other time.
 */
final class ChartRest {
    private static final long NANOS = 900_000_000;

    private OptionalLong began = OptionalLong.empty();

    /**
     * Whether the chart may be drawn.
     *
     * @param nanos of {@link System#nanoTime}
     */
    boolean over(long nanos) {
        return began.isEmpty() || nanos - began.getAsLong() >= NANOS;
    }

    /** The chart is drawn now. */
    void begin(long nanos) {
        began = OptionalLong.of(nanos);
    }

    /** Another run begins. */
    void end() {
        began = OptionalLong.empty();
    }
}
