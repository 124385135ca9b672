package dev.sdpoint.app.train;

/**
 * Says when a run's curves are worth drawing anew, which takes longest of all that is drawn: when the run has grown by a bucket's share,
 * for less is less than a pixel, and a second has passed, for that is what watching may cost a run (docs/performance.md). So a run is drawn
 * at most 500 times while it grows to 512 iterations, and 350 times more whenever it doubles after that, however fast it is.
 */
final class CurvePace {
    private final ChartRest rest = new ChartRest();
    private long drawn;

    /**
     * Whether to draw them now; if so, they count as drawn.
     *
     * @param nanos of {@link System#nanoTime}
     */
    boolean due(long iteration, long nanos) {
        if (!rest.over(nanos) || iteration - drawn < iteration / TelemetryBuffer.BUCKETS) {
            return false;
        }
        drawn = iteration;
        rest.begin(nanos);
        return true;
    }

    /** Another run begins, or one goes on from an older checkpoint. */
    void restart() {
        drawn = 0;
        rest.end();
    }
}
