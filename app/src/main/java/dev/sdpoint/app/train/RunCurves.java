package dev.sdpoint.app.train;

import java.util.List;

/**
 * What a run has measured at every iteration, as charts need it.
 *
 * @param loss training loss in nats
 * @param error training error, 0 … 1
 * @param horizon iterations that the smoothed curves average over
 * @param drawn how often each instance was drawn, in the order of the instance space
 */
record RunCurves(MetricSeries loss, MetricSeries error, double horizon, List<Long> drawn) {
    static final RunCurves EMPTY = new RunCurves(MetricSeries.EMPTY, MetricSeries.EMPTY, 1, List.of());

    RunCurves {
        drawn = List.copyOf(drawn);
    }

    /** Iterations counted in {@link #drawn}. */
    long draws() {
        return drawn.stream().mapToLong(Long::longValue).sum();
    }
}
