package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.Locale;

/** A metric of a run that has a curve. */
enum RunMetric {
    LOSS("", 1, 0.5),
    ERROR(" %", 100, 10),
    RATE("", 1, 0),
    SPEED("", 1, 0);

    private static final Texts TEXTS = Texts.of(RunMetric.class);

    private final String suffix;
    private final double factor;
    private final double leastSpan;

    RunMetric(String suffix, double factor, double leastSpan) {
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
        return new MetricPanel(label(), suffix, factor, leastSpan);
    }

    private String label() {
        return switch (this) {
            case LOSS -> TEXTS.get("metric.loss");
            case ERROR -> TEXTS.get("metric.error");
            case RATE -> TEXTS.get("metric.rate");
            case SPEED -> TEXTS.get("metric.speed");
        };
    }

    /** A value in words: "loss 0.5123", "error 12.5 %". */
    String words(double value) {
        return switch (this) {
            case LOSS -> TEXTS.get("metric.loss.value", number(value));
            case ERROR -> TEXTS.get("metric.error.value", number(value));
            case RATE -> TEXTS.get("metric.rate.value", number(value));
            case SPEED -> number(value);
        };
    }

    /** A value without the metric's name: "0.5123", "12.5 %". */
    String number(double value) {
        return switch (this) {
            case LOSS -> String.format(Locale.ROOT, "%.4f", value);
            case ERROR -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case RATE -> String.format(Locale.ROOT, "%.5f", value);
            case SPEED -> TEXTS.get("metric.speed.value", String.format(Locale.ROOT, "%,.0f", value));
        };
    }
}
