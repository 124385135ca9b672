package dev.sdpoint.engine.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One sRGB picture of any size, 8 bits a channel. Two pictures are equal when their sizes and all their pixels are.
 *
 * <p>The array is neither copied when the record is made nor when it is handed out, because a photograph can be large:
 * whoever holds it must not write to it.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param pixels unsigned bytes, {@code [row][column][channel]} with the channels red, green, blue; {@code width * height * 3}
 *     of them
 */
public record RgbImage(int width, int height, byte[] pixels) {
    /** Red, green, blue. */
    static final int CHANNELS = 3;

    /**
     * @throws IllegalArgumentException if a side is below 1 or the number of bytes is not {@code width * height * 3}
     */
    public RgbImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + "×" + height + " pixels has no pixels.");
        }
        long expected = (long) width * height * CHANNELS;
        if (pixels.length != expected) {
            throw new IllegalArgumentException("A picture of " + width + "×" + height + " pixels needs " + expected
                    + " bytes, got " + pixels.length + ".");
        }
    }

    /**
     * Returns one value of one pixel.
     *
     * @param row 0 to {@code height - 1}, from the top
     * @param column 0 to {@code width - 1}, from the left
     * @param channel 0 red, 1 green, 2 blue
     * @return 0 to 255
     */
    public int pixel(int row, int column, int channel) {
        if (row < 0 || row >= height || column < 0 || column >= width || channel < 0 || channel >= CHANNELS) {
            throw new IndexOutOfBoundsException("Row " + row + ", column " + column + ", channel " + channel
                    + " is outside a picture of " + width + "×" + height + " pixels.");
        }
        return pixels[(row * width + column) * CHANNELS + channel] & 0xFF;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RgbImage that
                && width == that.width
                && height == that.height
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "RgbImage[" + width + "×" + height + "]";
    }
}
