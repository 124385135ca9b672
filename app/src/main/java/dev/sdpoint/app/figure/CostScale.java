package dev.sdpoint.app.figure;

import java.awt.Color;

/**
 * The one colour scale of cost: viridis from yellow-green (cheap) to violet (dear), which stays readable for colour-blind people and
 * in print.
 */
public final class CostScale {
    private static final int[] STOPS = {0x440154, 0x46327e, 0x365c8d, 0x277f8e, 0x1fa187, 0x4ac16d, 0xa0da39, 0xd4e21a};
    /** The last two stops lie closer together in viridis than the others, so that fewer costs fall between them. */
    private static final double LAST = STOPS.length - 2 + 0.55;
    /** The darkest violet is left out: it reads as black. */
    private static final double FIRST = 0.8;

    private static final double CHEAPEST = 0.25;

    private CostScale() {}

    /**
     * Colour of a relative cost.
     *
     * @param relativeCost share of the full network's FLOPs; 0.25 and below is the cheap end, 1 and above the dear end
     */
    public static Color of(double relativeCost) {
        double dear = Math.min(1, Math.max(0, (relativeCost - CHEAPEST) / (1 - CHEAPEST)));
        double position = FIRST + (1 - dear) * (LAST - FIRST);
        int index = (int) Math.min(STOPS.length - 2, Math.floor(position));
        double share = index == STOPS.length - 2 ? (position - index) / (LAST - index) : position - index;
        return new Color(
                mix(STOPS[index], STOPS[index + 1], 16, share),
                mix(STOPS[index], STOPS[index + 1], 8, share),
                mix(STOPS[index], STOPS[index + 1], 0, share));
    }

    /** One channel between two colours, 0 … 1. */
    private static float mix(int from, int to, int shift, double share) {
        int a = (from >> shift) & 255;
        int b = (to >> shift) & 255;
        return (float) ((a + (b - a) * share) / 255);
    }
}
