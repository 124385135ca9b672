package dev.sdpoint.app.chart;

import dev.sdpoint.app.figure.ChartFonts;
import java.awt.Color;
import java.awt.Font;

/**
 * The theme as charts need it: JFreeChart reads no CSS, so its paints come from here, and from here alone.
 *
 * @param text titles and selected things
 * @param muted axis labels
 * @param grid grid lines
 * @param surface behind the chart
 * @param accent the strong line
 * @param second a second strong line
 * @param reference what others reached
 */
public record ChartPalette(
        Color text, Color muted, Color grid, Color surface, Color accent, Color second, Color reference) {
    private static final int TICK_SIZE = 11;
    private static final int LABEL_SIZE = 12;

    /** The same hue, but seen through. */
    public static Color faded(Color color, double opacity) {
        int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, opacity)));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** A colour of the palette for a JavaFX canvas. */
    public static javafx.scene.paint.Color fx(Color color) {
        return javafx.scene.paint.Color.rgb(
                color.getRed(), color.getGreen(), color.getBlue(), color.getAlpha() / 255.0);
    }

    /** Font of the words beside an axis. */
    public static Font labelFont() {
        return ChartFonts.words(LABEL_SIZE);
    }

    /** Font of the numbers along an axis: digits of one width. */
    public static Font tickFont() {
        return ChartFonts.figures(TICK_SIZE);
    }
}
