package dev.sdpoint.app.theme;

import dev.sdpoint.app.figure.CostScale;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;

/** The one colour scale of cost, {@link CostScale}, for nodes and style sheets: slider, strips, headers. */
public final class CostColors {
    /** Luminance at which black and white have the same contrast, 4.58: the square root of 1.05 · 0.05, less 0.05. */
    private static final double BLACK_READS_BETTER = 0.179;

    private CostColors() {}

    /**
     * Colour of a relative cost.
     *
     * @param relativeCost share of the full network's FLOPs; 0.25 and below is the cheap end, 1 and above the dear end
     */
    public static Color of(double relativeCost) {
        float[] channels = CostScale.of(relativeCost).getRGBColorComponents(null);
        return Color.color(channels[0], channels[1], channels[2]);
    }

    /** The line around a mark of a cost, which is told from light grounds where the colour alone is not; {@link CostScale#edge}. */
    public static Color edge(double relativeCost) {
        float[] channels = CostScale.edge(relativeCost).getRGBColorComponents(null);
        return Color.color(channels[0], channels[1], channels[2]);
    }

    /**
     * A mark of a cost: its colour with its line around it, one pixel wide.
     *
     * @param radius of its corners
     */
    public static Background mark(double relativeCost, double radius) {
        return mark(relativeCost, new CornerRadii(radius), Insets.EMPTY);
    }

    /**
     * A mark of a cost in a part of its node.
     *
     * @param inside from the edges of the node to those of the mark
     */
    public static Background mark(double relativeCost, CornerRadii radii, Insets inside) {
        Insets within =
                new Insets(inside.getTop() + 1, inside.getRight() + 1, inside.getBottom() + 1, inside.getLeft() + 1);
        return new Background(
                new BackgroundFill(edge(relativeCost), radii, inside),
                new BackgroundFill(of(relativeCost), radii, within));
    }

    /** A bar of a cost on a canvas: its colour with its line inside its edges, one pixel wide; the colour alone if it is too small for both. */
    public static void fillBar(
            GraphicsContext g, double relativeCost, double x, double y, double width, double height) {
        g.setFill(of(relativeCost));
        g.fillRect(x, y, width, height);
        if (width > 2 && height > 2) {
            g.setStroke(edge(relativeCost));
            g.setLineWidth(1);
            g.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
        }
    }

    /** A dot of a cost on a canvas: its colour with its line around it, one pixel wide. */
    public static void fillDot(GraphicsContext g, double relativeCost, double x, double y, double radius) {
        g.setFill(of(relativeCost));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(edge(relativeCost));
        g.setLineWidth(1);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Colour of a relative cost as CSS text such as {@code #1fa187}, for inline styles of nodes. */
    public static String css(double relativeCost) {
        return css(of(relativeCost));
    }

    /**
     * Style of a mark of a cost, as {@link #mark} makes it, for nodes whose style sheet says something of their background too.
     */
    public static String markStyle(double relativeCost) {
        return "-fx-background-color: " + css(edge(relativeCost)) + ", " + css(relativeCost)
                + "; -fx-background-insets: 0, 1;";
    }

    private static String css(Color color) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    /** Colour of a relative cost for AWT and JFreeChart. */
    public static java.awt.Color awt(double relativeCost) {
        return CostScale.of(relativeCost);
    }

    /** Any colour for AWT and JFreeChart. */
    public static java.awt.Color awt(Color color) {
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    /** Black or white, whichever reads better on the colour (WCAG relative luminance). */
    public static Color textOn(Color background) {
        double luminance = 0.2126 * linear(background.getRed())
                + 0.7152 * linear(background.getGreen())
                + 0.0722 * linear(background.getBlue());
        return luminance > BLACK_READS_BETTER ? Color.BLACK : Color.WHITE;
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
