package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.RgbImage;
import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** Takes pixels to and from JavaFX. Any thread. */
final class Pixels {
    private static final int CHANNELS = 3;
    private static final int OPAQUE = 255;

    private Pixels() {}

    /** The picture as JavaFX draws it. */
    static Image image(RgbImage picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getByteRgbInstance(),
                        ByteBuffer.wrap(picture.pixels()),
                        picture.width() * CHANNELS);
        return image;
    }

    /** A picture that JavaFX holds, such as one from the clipboard; transparency is laid over white. */
    static RgbImage picture(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        if (reader == null || width < 1 || height < 1) {
            throw new IllegalArgumentException("the picture has no pixels");
        }
        int[] row = new int[width];
        byte[] pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)];
        int to = 0;
        for (int y = 0; y < height; y++) {
            reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            for (int argb : row) {
                int alpha = argb >>> 24;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int value = argb >> shift & OPAQUE;
                    pixels[to++] = (byte) ((value * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE);
                }
            }
        }
        return new RgbImage(width, height, pixels);
    }

    /**
     * The picture, or if a side is longer than wanted the same made smaller by a whole factor; each pixel is the mean of those
     * it stands for.
     */
    static RgbImage reduce(RgbImage picture, int longest) {
        int factor = (Math.max(picture.width(), picture.height()) + longest - 1) / longest;
        int width = picture.width() / Math.max(1, factor);
        int height = picture.height() / Math.max(1, factor);
        if (factor <= 1 || width < 1 || height < 1) {
            return picture;
        }
        byte[] from = picture.pixels();
        byte[] pixels = new byte[width * height * CHANNELS];
        int area = factor * factor;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < CHANNELS; c++) {
                    int sum = 0;
                    for (int dy = 0; dy < factor; dy++) {
                        int start = ((y * factor + dy) * picture.width() + x * factor) * CHANNELS + c;
                        for (int dx = 0; dx < factor; dx++) {
                            sum += from[start + dx * CHANNELS] & OPAQUE;
                        }
                    }
                    pixels[(y * width + x) * CHANNELS + c] = (byte) ((sum + area / 2) / area);
                }
            }
        }
        return new RgbImage(width, height, pixels);
    }
}
