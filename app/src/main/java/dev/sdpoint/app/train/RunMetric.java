package dev.sdpoint.app.train;

import java.util.Locale;

/** A metric of a run that has a curve. */
enum RunMetric {
    LOSS("loss", "", 1, 0.5),
    ERROR("error", " %", 100, 10),
    RATE("learning rate", "", 1, 0),
    SPEED("images/s", "", 1, 0);

    private final String label;
    private final String suffix;
    private final double factor;
    private final double leastSpan;

    RunMetric(String label, String suffix, double factor, double leastSpan) {
        this.label = label;
        this.suffix = suffix;
        this.factor = factor;
        this.leastSpan = leastSpan;
    }

    /** Its course in a run. */
    MetricSeries of(RunCurves curves) {
        RunMetrics metrics = curves.metrics();
        return switch (this) {
            case LOSS -> metrics.loss();
            case ERROR -> metrics.error();
            case RATE -> metrics.rate();
            case SPEED -> metrics.speed();
        };
    }

    /** What draws it. */
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
