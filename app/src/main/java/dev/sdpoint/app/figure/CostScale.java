package dev.sdpoint.app.figure;

import java.awt.Color;

/**
 * The one colour scale of cost, from yellow-green (cheap) over teal to blue-violet (dear). Lightness falls all the way, for colour-blind
 * people and for print. The dear end stops where it still has a contrast of 3:1 to the cards of the dark theme.
 */
public final class CostScale {
    private static final int[] STOPS = {0x5a63e6, 0x3f7fd6, 0x2a97b8, 0x27a992, 0x4fbb6a, 0x88c548, 0xc4d018};
    private static final double CHEAPEST = 0.25;

    /** Has a contrast of 3.4:1 to the light theme's page, of luminance 0.93: (0.93 + 0.05) / 3.4 - 0.05. */
    private static final double EDGE_LUMINANCE = 0.238;

    private CostScale() {}

    /**
     * Colour of a relative cost.
     *
     * @param relativeCost share of the full network's FLOPs; 0.25 and below is the cheap end, 1 and above the dear end
     */
    public static Color of(double relativeCost) {
        double dear = Math.min(1, Math.max(0, (relativeCost - CHEAPEST) / (1 - CHEAPEST)));
        double position = (1 - dear) * (STOPS.length - 1);
        int index = (int) Math.min(STOPS.length - 2, Math.floor(position));
        double share = position - index;
        return new Color(
                mix(STOPS[index], STOPS[index + 1], 16, share),
                mix(STOPS[index], STOPS[index + 1], 8, share),
                mix(STOPS[index], STOPS[index + 1], 0, share));
    }

    /**
     * The line around a mark of a cost: the colour itself, made so dark that it has a contrast of 3:1 and more to white paper and to the
     * pages of the light theme. Around dear colours it is hardly darker than they are.
     *
     * @param relativeCost as in {@link #of}
     */
    public static Color edge(double relativeCost) {
        Color fill = of(relativeCost);
        float[] channels = fill.getRGBColorComponents(null);
        float share = (float) Math.min(1, EDGE_LUMINANCE / luminance(channels));
        // Lightness follows about the 2.4th root of what is shone.
        float darker = (float) Math.pow(share, 1 / 2.4);
        return new Color(channels[0] * darker, channels[1] * darker, channels[2] * darker);
    }

    /** Relative luminance as WCAG has it, 0 … 1. */
    private static double luminance(float[] channels) {
        return 0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2]);
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** One channel between two colours, 0 … 1. */
    private static float mix(int from, int to, int shift, double share) {
        int a = (from >> shift) & 255;
        int b = (to >> shift) & 255;
        return (float) ((a + (b - a) * share) / 255);
    }
}
