package dev.sdpoint.app.train;

import java.util.List;

/**
 * What a run has measured at every iteration, as charts need it. Immutable.
 *
 * @param metrics over the iterations
 * @param losses by instance
 * @param drawn how often each instance was drawn, in the order of the instance space
 * @param horizon iterations that the smoothed curves average over unless a person wants it otherwise
 * @param iterationsPerEpoch at least 1
 */
record RunCurves(RunMetrics metrics, LossByInstance losses, List<Long> drawn, double horizon, int iterationsPerEpoch) {
    static final RunCurves EMPTY = new RunCurves(RunMetrics.EMPTY, LossByInstance.EMPTY, List.of(), 1, 1);

    RunCurves {
        drawn = List.copyOf(drawn);
    }

    /** Iterations counted in {@link #drawn}. */
    long draws() {
        return drawn.stream().mapToLong(Long::longValue).sum();
    }

    /** Iterations that the curves span, in whole buckets. */
    long iterations() {
        return metrics.loss().buckets().stream()
                .mapToLong(b -> b.start() + b.width())
                .max()
                .orElse(0);
    }
}
