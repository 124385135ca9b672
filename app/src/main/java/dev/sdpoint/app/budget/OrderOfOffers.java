package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;

/** Compares the order of offers by FLOPs with that by the clock. Pure. */
final class OrderOfOffers {
    private static final Texts TEXTS = Texts.of(OrderOfOffers.class);

    /** Times that differ by less say nothing: measurements vary as much. */
    private static final double LEAST_DIFFERENCE = 0.03;

    private OrderOfOffers() {}

    /**
     * One sentence on the two offers about which FLOPs and time disagree most: the one of fewer FLOPs takes longer.
     *
     * @param offers in any order, with their times
     * @return empty if they agree about all
     */
    static String disagreement(List<InstanceScore> offers) {
        InstanceScore slow = null;
        InstanceScore fast = null;
        int pairs = 0;
        for (InstanceScore light : offers) {
            for (InstanceScore heavy : offers) {
                if (light.flops() < heavy.flops() && slowdown(light, heavy) > LEAST_DIFFERENCE) {
                    pairs++;
                    if (slow == null || fast == null || slowdown(light, heavy) > slowdown(slow, fast)) {
                        slow = light;
                        fast = heavy;
                    }
                }
            }
        }
        if (slow == null || fast == null) {
            return "";
        }
        return TEXTS.get(
                pairs > 1 ? "times.disagree.pairs" : "times.disagree",
                slow.instance().label(),
                fast.instance().label(),
                Figures.share(slow.relativeCost()),
                Figures.share(fast.relativeCost()),
                Figures.millis(slow.millisPerImage()),
                Figures.millis(fast.millisPerImage()),
                Integer.toString(pairs));
    }

    /** By how much of the heavier one's time the lighter one takes longer. */
    private static double slowdown(InstanceScore light, InstanceScore heavy) {
        return light.millisPerImage() / heavy.millisPerImage() - 1;
    }
}
