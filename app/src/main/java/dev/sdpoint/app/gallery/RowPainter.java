package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.data.LabeledImages;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Paints one row of the list on a canvas. Instead of an atlas of the whole data set it keeps a strip with the pictures of its
 * own row alone: memory depends on what is on screen, not on the number of images, and nothing has to be prepared. Every pixel
 * of an enlarged picture stays a sharp square.
 */
final class RowPainter {
    private static final int OPAQUE = 0xFF000000;
    /** Keeps the samples of neighbouring pictures apart when a corner falls exactly on a border. */
    private static final double INSIDE = 0.01;

    private final Canvas canvas;
    private final Thumbnails thumbnails;
    private byte[] rgb = {};
    private int[] argb = {};
    private WritableImage strip = new WritableImage(1, 1);

    RowPainter(Canvas canvas, Thumbnails thumbnails) {
        this.canvas = canvas;
        this.thumbnails = thumbnails;
    }

    /**
     * Paints a slice of a line of images.
     *
     * @param columns images in a full line
     * @param chosen numbers of all images of the group
     * @param row which of them, and which slice
     */
    void paint(LabeledImages images, ThumbSize size, int columns, int[] chosen, RowLayout.Slice row) {
        int side = images.side();
        int thumb = size.thumb(side);
        int pitch = size.pitch(side);
        int cell = Math.min(side, thumb);
        fit(columns, cell, side);
        int count = row.to() - row.from();
        for (int i = 0; i < count; i++) {
            thumbnails.copy(images, chosen[row.from() + i], rgb);
            shrink(side, cell);
            strip.getPixelWriter().setPixels(i * cell, 0, cell, cell, PixelFormat.getIntArgbInstance(), argb, 0, cell);
        }
        double width = ThumbSize.LEFT + (double) columns * pitch;
        if (canvas.getWidth() != width) {
            canvas.setWidth(width);
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, canvas.getHeight());
        g.setImageSmoothing(false);
        double y = size.margin(side) - (double) row.slice() * ThumbSize.ROW;
        for (int i = 0; i < count; i++) {
            double x = x(i, size, side);
            g.drawImage(strip, i * cell + INSIDE, INSIDE, cell, cell, x, y, thumb, thumb);
        }
    }

    /** Left edge of the thumbnail of a column. */
    static double x(int column, ThumbSize size, int side) {
        return ThumbSize.LEFT + (double) column * size.pitch(side) + size.margin(side);
    }

    private void fit(int columns, int cell, int side) {
        if (strip.getWidth() != (double) columns * cell || strip.getHeight() != cell) {
            strip = new WritableImage(columns * cell, cell);
        }
        if (argb.length != cell * cell) {
            argb = new int[cell * cell];
        }
        if (rgb.length != side * side * 3) {
            rgb = new byte[side * side * 3];
        }
    }

    /** Means of the pixels that fall on each pixel of the cell; a copy if both have the same side. */
    private void shrink(int side, int cell) {
        for (int y = 0; y < cell; y++) {
            int top = y * side / cell;
            int bottom = Math.max(top + 1, (y + 1) * side / cell);
            for (int x = 0; x < cell; x++) {
                int left = x * side / cell;
                int right = Math.max(left + 1, (x + 1) * side / cell);
                argb[y * cell + x] = mean(side, top, bottom, left, right);
            }
        }
    }

    private int mean(int side, int top, int bottom, int left, int right) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < bottom; y++) {
            int at = (y * side + left) * 3;
            for (int x = left; x < right; x++) {
                red += rgb[at] & 0xFF;
                green += rgb[at + 1] & 0xFF;
                blue += rgb[at + 2] & 0xFF;
                at += 3;
            }
        }
        int n = (bottom - top) * (right - left);
        return OPAQUE | ((red / n) << 16) | ((green / n) << 8) | (blue / n);
    }
}
