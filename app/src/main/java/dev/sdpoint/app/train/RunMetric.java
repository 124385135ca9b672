package dev.sdpoint.app.train;

import java.util.Locale;
import java.util.function.Function;

/** A metric of a run that has a curve. */
enum RunMetric {
    LOSS("loss", "", 1, 0.5, RunMetrics::loss),
    ERROR("error", " %", 100, 10, RunMetrics::error),
    RATE("learning rate", "", 1, 0, RunMetrics::rate),
    SPEED("images/s", "", 1, 0, RunMetrics::speed);

    private final String label;
    private final String suffix;
    private final double factor;
    private final double leastSpan;
    private final Function<RunMetrics, MetricSeries> series;

    RunMetric(String label, String suffix, double factor, double leastSpan, Function<RunMetrics, MetricSeries> series) {
        this.label = label;
        this.suffix = suffix;
        this.factor = factor;
        this.leastSpan = leastSpan;
        this.series = series;
    }

    MetricSeries of(RunCurves curves) {
        return series.apply(curves.metrics());
    }

    MetricPanel panel() {
        return new MetricPanel(label, suffix, factor, leastSpan);
    }

    /** A value in words: "loss 0.5123", "error 12.5 %". */
    String words(double value) {
        return switch (this) {
            case LOSS -> String.format(Locale.ROOT, "loss %.4f", value);
            case ERROR -> String.format(Locale.ROOT, "error %.1f %%", 100 * value);
            case RATE -> String.format(Locale.ROOT, "learning rate %.5f", value);
            case SPEED -> String.format(Locale.ROOT, "%,.0f images/s", value);
        };
    }
}
