package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;

/** Compares the order of offers by FLOPs with that by the clock. Pure. */
final class OrderOfOffers {
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
        return "FLOPs and time disagree" + (pairs > 1 ? " about " + pairs + " pairs, most here: " : ": ")
                + slow.instance().label() + " has fewer FLOPs than "
                + fast.instance().label() + " (" + Figures.share(slow.relativeCost()) + " and "
                + Figures.share(fast.relativeCost()) + " of full), but takes longer ("
                + Figures.millis(slow.millisPerImage()) + " and " + Figures.millis(fast.millisPerImage()) + ").";
    }

    /** By how much of the heavier one's time the lighter one takes longer. */
    private static double slowdown(InstanceScore light, InstanceScore heavy) {
        return light.millisPerImage() / heavy.millisPerImage() - 1;
    }
}
