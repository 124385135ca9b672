package dev.sdpoint.app.shell;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/** The program's icon with a bar at its foot that fills as a run goes on. Any thread. */
final class ProgressIcon {
    private static final int FULL = 0xFF2DA44E;
    private static final int EMPTY = 0xFF24292F;
    private static final int EDGE = 0xFFFFFFFF;
    /** Height of the bar as a share of the icon. */
    private static final double BAR = 0.22;

    private ProgressIcon() {}

    /**
     * A new picture of the same size.
     *
     * @param share of the run that is done, 0 … 1
     */
    static Image of(Image icon, double share) {
        int width = (int) icon.getWidth();
        int height = (int) icon.getHeight();
        PixelReader from = icon.getPixelReader();
        WritableImage drawn = new WritableImage(from, width, height);
        PixelWriter to = drawn.getPixelWriter();
        int thick = Math.max(4, (int) Math.round(height * BAR));
        int edge = Math.max(1, thick / 6);
        int filled = edge + (int) Math.round(Math.max(0, Math.min(1, share)) * (width - 2 * edge));
        for (int y = height - thick; y < height; y++) {
            boolean rim = y < height - thick + edge || y >= height - edge;
            for (int x = 0; x < width; x++) {
                boolean outside = rim || x < edge || x >= width - edge;
                to.setArgb(x, y, outside ? EDGE : x < filled ? FULL : EMPTY);
            }
        }
        return drawn;
    }
}
