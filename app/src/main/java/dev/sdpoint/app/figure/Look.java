package dev.sdpoint.app.figure;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The colours that a figure is drawn in: those of paper in files, those of the theme in a window.
 *
 * @param paper behind everything, opaque
 * @param text headings and values
 * @param muted labels and numbers along axes
 * @param grid faint lines
 * @param zero the line at 0
 */
public record Look(Color paper, Color text, Color muted, Color grid, Color zero) {
    /** Black on white, as in every file. */
    public static final Look PAPER =
            new Look(Color.WHITE, new Color(0x24292f), new Color(0x57606a), new Color(0xe1e5ea), new Color(0x8c959f));

    private static final double DARK = 0.18;
    private static final double LESS_PALE = 0.5;

    /** The inks on a dark ground: the same hues, light enough to be seen. */
    private static final Map<Ink, Color> BRIGHT = new EnumMap<>(Map.of(
            Ink.BLUE, new Color(0x3b9ee5),
            Ink.VERMILION, new Color(0xf07a2b),
            Ink.GREEN, new Color(0x22c08f),
            Ink.PURPLE, new Color(0xd58ac0),
            Ink.ORANGE, new Color(0xf0b429),
            Ink.SKY, new Color(0x9bd8ff),
            Ink.BLACK, new Color(0xe6edf3)));

    /** The colour of an ink; of {@link Ink#COST} that of the line which joins the marks. */
    Color ink(Ink ink) {
        if (ink == Ink.COST) {
            return muted;
        }
        Color bright = dark() ? BRIGHT.get(ink) : null;
        return bright == null ? ink.color() : bright;
    }

    /** The colour of something of a cost. */
    Color ink(Ink ink, double relativeCost) {
        return ink == Ink.COST ? CostScale.of(relativeCost) : ink(ink);
    }

    /** The line around a mark of something, where it could not be told from the paper without: on light grounds, marks in colours of cost. */
    Optional<Color> edge(Ink ink, double relativeCost) {
        return ink == Ink.COST && !dark() ? Optional.of(CostScale.edge(relativeCost)) : Optional.empty();
    }

    /**
     * A colour seen through on the paper, mixed beforehand: transparency prints badly. On a dark ground more of it is left, for dark colours
     * vanish there.
     */
    Color pale(Color color, double strength) {
        double left = dark() ? 1 - (1 - strength) * LESS_PALE : strength;
        return new Color(
                mixed(paper.getRed(), color.getRed(), left),
                mixed(paper.getGreen(), color.getGreen(), left),
                mixed(paper.getBlue(), color.getBlue(), left));
    }

    private boolean dark() {
        return (0.2126 * paper.getRed() + 0.7152 * paper.getGreen() + 0.0722 * paper.getBlue()) / 255 < DARK;
    }

    private static int mixed(int from, int to, double strength) {
        return (int) Math.round(from - (from - to) * strength);
    }
}
