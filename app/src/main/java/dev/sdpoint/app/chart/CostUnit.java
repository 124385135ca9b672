package dev.sdpoint.app.chart;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.Locale;

/** What the cost axis counts. */
public enum CostUnit {
    /** Operations of one image, multiply and add counted separately. */
    GFLOPS,
    /** Share of the full network's operations. */
    PERCENT,
    /** Milliseconds of one image in batches, measured on this machine. */
    MILLIS;

    private static final Texts TEXTS = Texts.of(CostUnit.class);

    /** Name on a switch. */
    public String title() {
        return switch (this) {
            case GFLOPS -> "GFLOPs";
            case PERCENT -> TEXTS.get("unit.percent");
            case MILLIS -> TEXTS.get("unit.millis");
        };
    }

    /** Name beside the axis. */
    public String axisLabel() {
        return switch (this) {
            case GFLOPS -> TEXTS.get("axis.gflops");
            case PERCENT -> TEXTS.get("axis.percent");
            case MILLIS -> TEXTS.get("axis.millis");
        };
    }

    /** Where an instance stands on the axis; above 0, or NaN if it was not measured. */
    public double of(InstanceScore score) {
        return switch (this) {
            case GFLOPS -> score.flops() / 1e9;
            case PERCENT -> 100 * score.relativeCost();
            case MILLIS -> score.millisPerImage();
        };
    }

    /** Operations with three significant digits and their unit: "0.127 GFLOPs", "8.4 MFLOPs". */
    public static String flops(long flops) {
        return flops < 10_000_000
                ? String.format(Locale.ROOT, "%.2f MFLOPs", flops / 1e6)
                : String.format(Locale.ROOT, flops < 9_995_000_000L ? "%.3f GFLOPs" : "%.1f GFLOPs", flops / 1e9);
    }
}
