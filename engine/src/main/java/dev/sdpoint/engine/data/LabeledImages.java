package dev.sdpoint.engine.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * Labelled square RGB images: unsigned bytes {@code [image][row][column][channel]}, channels red, green, blue. Their pixels are
 * held in memory (at most 2 GB, that is 699,050 images of 32×32) or decoded from the files of a folder whenever they are asked
 * for; labels are always in memory. Immutable and safe to read from any thread.
 *
 * <p>Where {@link #inMemory()} is false, whatever returns pixels reads the disk, takes some milliseconds and throws {@link
 * UnreadableImageException} if a file is gone or damaged: never ask for it on a thread that must not wait.
 */
public final class LabeledImages {
    private final int side;
    private final int bytesPerImage;
    private final PixelSource source;
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
        requireLabels(labels);
        this.side = side;
        this.bytesPerImage = side * side * RgbImage.CHANNELS;
        this.source = new MemoryPixels(side, pixels);
        this.labels = labels.clone();
    }

    /** Takes a source of images of this side, one for each label. */
    LabeledImages(int side, PixelSource source, int[] labels) {
        requireLabels(labels);
        this.side = side;
        this.bytesPerImage = side * side * RgbImage.CHANNELS;
        this.source = source;
        this.labels = labels.clone();
    }

    private static void requireLabels(int[] labels) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new IllegalArgumentException("Image " + i + " has label " + labels[i] + "; labels start at 0.");
            }
        }
    }

    /** Returns whether all pixels are in memory, so that reading them never waits for the disk and cannot fail. */
    public boolean inMemory() {
        return source.inMemory();
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
        PixelSource.Span span = span(image);
        System.arraycopy(span.pixels(), span.start(), target, offset, bytesPerImage);
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
        PixelSource.Span span = span(image);
        return span.pixels()[span.start() + (row * side + column) * RgbImage.CHANNELS + channel] & 0xFF;
    }

    /**
     * Returns a copy of one image's bytes, {@code [row][column][channel]}.
     *
     * @param image 0 to {@code size() - 1}
     */
    public byte[] pixels(int image) {
        PixelSource.Span span = span(image);
        return Arrays.copyOfRange(span.pixels(), span.start(), span.start() + bytesPerImage);
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
     * Returns the picture that one image was cut from: of any shape, its shorter side at most twice the side of the images where
     * it comes from a file; the image itself where images are held in memory.
     *
     * @param image 0 to {@code size() - 1}
     */
    public RgbImage whole(int image) {
        return source.whole(Objects.checkIndex(image, labels.length));
    }

    /**
     * Returns the chosen images, in the order given; an image may be chosen more than once.
     *
     * @param images indices, each 0 to {@code size() - 1}
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public LabeledImages subset(int[] images) {
        int[] chosenLabels = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            chosenLabels[i] = label(images[i]);
        }
        return new LabeledImages(side, source.subset(images), chosenLabels);
    }

    /** Returns the largest label, or −1 if there are no images. */
    int largestLabel() {
        return Arrays.stream(labels).max().orElse(-1);
    }

    /**
     * Feeds count, side, labels (each four bytes, most significant first) and pixels to a digest, in this order. For images in
     * memory.
     */
    void digest(MessageDigest digest) {
        ByteBuffer header = ByteBuffer.allocate((2 + labels.length) * Integer.BYTES);
        header.putInt(labels.length).putInt(side);
        header.asIntBuffer().put(labels);
        digest.update(header.array());
        if (source instanceof MemoryPixels memory) {
            digest.update(memory.all());
        } else {
            throw new IllegalStateException("the pixels of a folder are too many to be digested");
        }
    }

    /** Where the bytes of an image stand, for readers of this package that go over many; never written to. */
    PixelSource.Span span(int image) {
        return source.span(Objects.checkIndex(image, labels.length));
    }

    @Override
    public String toString() {
        return "LabeledImages[" + labels.length + " of " + side + "×" + side + "]";
    }
}
