package dev.sdpoint.app.chart;

import dev.sdpoint.app.figure.Ink;
import java.awt.Color;
import java.util.List;

/** Colours of reference curves, the same in the legend, on the chart and in files; none of them is that of the newest curve. */
public final class ReferenceInk {
    private static final List<Ink> INKS = List.of(Ink.ORANGE, Ink.GREEN, Ink.PURPLE, Ink.VERMILION, Ink.SKY, Ink.GREY);
    private static final double LIGHTER = 0.3;

    private ReferenceInk() {}

    /** The ink of a reference for files; they repeat after six. */
    public static Ink of(int position) {
        return INKS.get(position % INKS.size());
    }

    /** How often the colours have been used up before this one: told apart by longer dashes. */
    static int round(int position) {
        return position / INKS.size();
    }

    /** The colour of a reference on the screen: brighter on a dark ground. */
    public static Color on(ChartPalette palette, int position) {
        if (position == 0) {
            return palette.reference();
        }
        Color ink = of(position).color();
        Color ground = palette.surface();
        boolean dark = ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128;
        return dark ? lighter(ink) : ink;
    }

    private static Color lighter(Color color) {
        return new Color(lighter(color.getRed()), lighter(color.getGreen()), lighter(color.getBlue()));
    }

    private static int lighter(int channel) {
        return (int) Math.round(channel + (255 - channel) * LIGHTER);
    }
}
