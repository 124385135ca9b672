package dev.sdpoint.app.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws figures for a window: in its size and colours, and with what one can point at. Title and subtitle are left to the window.
 * Any thread; meant for another than the one that shows them.
 */
public final class FigureScreen {
    private FigureScreen() {}

    /**
     * A drawn figure.
     *
     * @param pixels at the scale that was asked for
     * @param spots in pixels of the figure, the scale left out; in the order of panels, series and marks
     */
    public record Drawn(BufferedImage pixels, List<Spot> spots) {
        public Drawn {
            spots = List.copyOf(spots);
        }
    }

    /** The height below which a figure of a width cannot be read, in pixels. */
    public static double leastHeight(Figure figure, double width) {
        return new FigurePainter(figure, Look.PAPER, Arrangement.inWindow(figure, width)).height();
    }

    /**
     * Draws a figure; where the height is less than {@link #leastHeight}, the lower end is missing.
     *
     * @param scale pixels of the screen per pixel of the figure
     */
    public static Drawn draw(Figure figure, int width, int height, double scale, Look look) {
        Arrangement least = Arrangement.inWindow(figure, width);
        double leftOver = height - new FigurePainter(figure, look, least).height();
        FigurePainter painter = new FigurePainter(
                figure, look, least.rising(leftOver, figure.panels().size()));
        BufferedImage pixels = new BufferedImage(
                Math.max(1, (int) Math.ceil(width * scale)),
                Math.max(1, (int) Math.ceil(height * scale)),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g2 = pixels.createGraphics();
        try {
            g2.setPaint(look.paper());
            g2.fillRect(0, 0, pixels.getWidth(), pixels.getHeight());
            g2.scale(scale, scale);
            return new Drawn(pixels, painter.draw(g2));
        } finally {
            g2.dispose();
        }
    }
}
