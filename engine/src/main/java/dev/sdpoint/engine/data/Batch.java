package dev.sdpoint.engine.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Normalised images with their labels, ready for a network. Two batches are equal when all their values are.
 *
 * <p>The arrays are not copied: a batch belongs to the one who received it.
 *
 * @param images {@code [image][row][column][channel]} (NHWC), {@code labels.length * side * side * 3} values
 * @param labels the class of each image; at least one
 * @param side rows and columns of each image, at least 1
 */
public record Batch(float[] images, int[] labels, int side) {
    /**
     * @throws IllegalArgumentException if the lengths do not fit or the batch is empty
     */
    public Batch {
        long expected = (long) labels.length * side * side * RgbImage.CHANNELS;
        if (side < 1 || labels.length == 0 || images.length != expected) {
            throw new IllegalArgumentException("A batch of " + labels.length + " images of " + side + "×" + side
                    + " pixels needs " + expected + " values (and at least one image), got " + images.length + ".");
        }
    }

    /** Returns the number of images. */
    public int size() {
        return labels.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Batch that
                && side == that.side
                && Arrays.equals(labels, that.labels)
                && Arrays.equals(images, that.images);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * side + Arrays.hashCode(labels)) + Arrays.hashCode(images);
    }

    @Override
    public String toString() {
        return "Batch[" + labels.length + " of " + side + "×" + side + "]";
    }
}
