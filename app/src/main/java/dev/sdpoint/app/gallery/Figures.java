package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.Locale;

/** Numbers with their units as people read them. */
final class Figures {
    private static final Texts TEXTS = Texts.of(Figures.class);
    private static final double GIGA = 1e9;

    private Figures() {}

    /** Three significant digits: "0.0731 GFLOPs", "10.5 GFLOPs". */
    static String gflops(long flops) {
        return giga(flops) + " GFLOPs";
    }

    /** The same without the unit: "0.0731", "10.5". */
    static String giga(long flops) {
        double giga = flops / GIGA;
        int decimals = giga <= 0 ? 0 : (int) Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(giga))));
        return String.format(Locale.ROOT, "%." + decimals + "f", giga);
    }

    /** "36 % of full". */
    static String ofFull(InstanceScore score) {
        return TEXTS.get("figures.of-full", String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * score.relativeCost()));
    }

    /** One decimal: "86.6 %". */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    /** "36 – 61 %". */
    static String range(CostRange range) {
        return String.format(Locale.ROOT, "%.0f – %.0f\u00a0%%", 100 * range.low(), 100 * Math.min(range.high(), 9.99));
    }

    /** "2,000". */
    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "12 of 2,000 images". */
    static String imagesOf(int some, int all) {
        return TEXTS.get("figures.images-of", some, images(all));
    }

    /** "1 image" or "2,000 images". */
    static String images(int number) {
        return TEXTS.get("figures.images", number);
    }
}
