package dev.sdpoint.app.train;

/**
 * What every iteration of a run told, folded into buckets. Immutable.
 *
 * @param loss training loss in nats
 * @param error training error, 0 … 1
 * @param rate learning rate
 * @param speed images a second
 * @param seconds on the wall since the run began here, at each iteration; pauses count
 */
record RunMetrics(MetricSeries loss, MetricSeries error, MetricSeries rate, MetricSeries speed, MetricSeries seconds) {
    static final RunMetrics EMPTY = new RunMetrics(
            MetricSeries.EMPTY, MetricSeries.EMPTY, MetricSeries.EMPTY, MetricSeries.EMPTY, MetricSeries.EMPTY);
}
