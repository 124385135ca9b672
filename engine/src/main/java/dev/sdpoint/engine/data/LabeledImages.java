package dev.sdpoint.engine.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * Labelled square RGB images held in memory: unsigned bytes {@code [image][row][column][channel]}, channels red, green, blue.
 * Immutable and safe to read from any thread. At most 2 GB of pixels, that is 699,050 images of 32×32.
 */
public final class LabeledImages {
    private final int side;
    private final int bytesPerImage;
    private final byte[] pixels;
    private final int[] labels;

    /**
     * Takes the pixels as they are and copies the labels.
     *
     * @param side rows and columns of each image, 1 to 4096
     * @param pixels {@code labels.length * side * side * 3} bytes; <em>not</em> copied, since a data set can fill a good part
     *     of the memory: the caller gives the array away and must not write to it again
     * @param labels the class of each image, 0 or above
     * @throws IllegalArgumentException if the lengths do not fit or a label is negative
     */
    public LabeledImages(int side, byte[] pixels, int[] labels) {
        if (side < 1 || side > 4096) {
            throw new IllegalArgumentException("side " + side + " is outside 1 to 4096.");
        }
        long expected = (long) labels.length * side * side * RgbImage.CHANNELS;
        if (pixels.length != expected) {
            throw new IllegalArgumentException(labels.length + " images of " + side + "×" + side + " pixels need "
                    + expected + " bytes, got " + pixels.length + ".");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new IllegalArgumentException("Image " + i + " has label " + labels[i] + "; labels start at 0.");
            }
        }
        this.side = side;
        this.bytesPerImage = side * side * RgbImage.CHANNELS;
        this.pixels = pixels;
        this.labels = labels.clone();
    }

    /** Returns the number of images, 0 or more. */
    public int size() {
        return labels.length;
    }

    /** Returns the rows and columns of each image. */
    public int side() {
        return side;
    }

    /**
     * Returns the class of an image.
     *
     * @param image 0 to {@code size() - 1}
     */
    public int label(int image) {
        return labels[Objects.checkIndex(image, labels.length)];
    }

    /** Returns {@code side * side * 3}. */
    public int bytesPerImage() {
        return bytesPerImage;
    }

    /**
     * Copies one image, {@code [row][column][channel]}.
     *
     * @param image 0 to {@code size() - 1}
     * @param target where to write {@link #bytesPerImage()} bytes
     * @param offset the first index written
     * @throws IndexOutOfBoundsException if there is no such image or the target is too short
     */
    public void copyPixels(int image, byte[] target, int offset) {
        System.arraycopy(pixels, start(image), target, offset, bytesPerImage);
    }

    /**
     * Returns one value of one pixel.
     *
     * @param image 0 to {@code size() - 1}
     * @param row 0 to {@code side - 1}, from the top
     * @param column 0 to {@code side - 1}, from the left
     * @param channel 0 red, 1 green, 2 blue
     * @return 0 to 255
     */
    public int pixel(int image, int row, int column, int channel) {
        Objects.checkIndex(row, side);
        Objects.checkIndex(column, side);
        Objects.checkIndex(channel, RgbImage.CHANNELS);
        return pixels[start(image) + (row * side + column) * RgbImage.CHANNELS + channel] & 0xFF;
    }

    /**
     * Returns a copy of one image's bytes, {@code [row][column][channel]}.
     *
     * @param image 0 to {@code size() - 1}
     */
    public byte[] pixels(int image) {
        int start = start(image);
        return Arrays.copyOfRange(pixels, start, start + bytesPerImage);
    }

    /**
     * Returns one image as a picture of its own; nothing is shared.
     *
     * @param image 0 to {@code size() - 1}
     */
    public RgbImage image(int image) {
        return new RgbImage(side, side, pixels(image));
    }

    /**
     * Returns copies of the chosen images, in the order given; an image may be chosen more than once.
     *
     * @param images indices, each 0 to {@code size() - 1}
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public LabeledImages subset(int[] images) {
        byte[] chosen = new byte[Math.multiplyExact(images.length, bytesPerImage)];
        int[] chosenLabels = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            chosenLabels[i] = label(images[i]);
            copyPixels(images[i], chosen, i * bytesPerImage);
        }
        return new LabeledImages(side, chosen, chosenLabels);
    }

    /** Returns the largest label, or −1 if there are no images. */
    int largestLabel() {
        return Arrays.stream(labels).max().orElse(-1);
    }

    /** Feeds count, side, labels (each four bytes, most significant first) and pixels to a digest, in this order. */
    void digest(MessageDigest digest) {
        ByteBuffer header = ByteBuffer.allocate((2 + labels.length) * Integer.BYTES);
        header.putInt(labels.length).putInt(side);
        header.asIntBuffer().put(labels);
        digest.update(header.array());
        digest.update(pixels);
    }

    /** The array itself, for readers of this package that go over every pixel; never written to. */
    byte[] sharedPixels() {
        return pixels;
    }

    /** Where an image begins in {@link #sharedPixels()}. */
    int start(int image) {
        return Objects.checkIndex(image, labels.length) * bytesPerImage;
    }

    @Override
    public String toString() {
        return "LabeledImages[" + labels.length + " of " + side + "×" + side + "]";
    }
}
