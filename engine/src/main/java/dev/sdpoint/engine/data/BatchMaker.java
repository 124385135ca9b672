package dev.sdpoint.engine.data;

import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Arrays;

/**
 * Draws chosen images as normalised floats {@code [image][row][column][channel]} (NHWC), plain or augmented. Holds no changing
 * state: the same indices and seed give the same batch, from any thread, in any order of calls.
 */
public final class BatchMaker {
    private static final int CHANNELS = RgbImage.CHANNELS;

    private final LabeledImages images;
    private final Augmentation augmentation;
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    /**
     * @param images where to draw from
     * @param normalization applied to every pixel; padding is 0 after it
     * @param augmentation what to do with each image
     */
    public BatchMaker(LabeledImages images, Normalization normalization, Augmentation augmentation) {
        this.images = images;
        this.augmentation = augmentation;
        float[][] tables = normalization.tables();
        this.red = tables[0];
        this.green = tables[1];
        this.blue = tables[2];
    }

    /** Returns the images this maker draws from. */
    public LabeledImages images() {
        return images;
    }

    /**
     * Fills {@code target[0 .. indices.length * side * side * 3)}; what lies behind is left alone. Every image of the batch
     * draws its own crop and its own flip.
     *
     * @param indices which images, each 0 to {@code size - 1}; repetitions are allowed
     * @param seed decides all crops and flips; ignored without augmentation
     * @param target where to write
     * @throws IllegalArgumentException if the target is too short
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public void fill(int[] indices, long seed, float[] target) {
        long needed = (long) indices.length * images.bytesPerImage();
        if (target.length < needed) {
            throw new IllegalArgumentException(indices.length + " images need room for " + needed
                    + " values, the target has " + target.length + ".");
        }
        if (augmentation instanceof Augmentation.CropAndFlip crop) {
            SplitMix64 random = new SplitMix64(seed);
            int positions = 2 * crop.padding() + 1;
            for (int i = 0; i < indices.length; i++) {
                int down = random.nextInt(positions) - crop.padding();
                int right = random.nextInt(positions) - crop.padding();
                draw(indices[i], down, right, random.nextBoolean(), target, i * images.bytesPerImage());
            }
        } else {
            for (int i = 0; i < indices.length; i++) {
                draw(indices[i], 0, 0, false, target, i * images.bytesPerImage());
            }
        }
    }

    /**
     * Returns a new batch of the chosen images.
     *
     * @param indices which images, at least one, each 0 to {@code size - 1}
     * @param seed decides all crops and flips; ignored without augmentation
     * @throws IllegalArgumentException if there are no indices
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public Batch make(int[] indices, long seed) {
        float[] target = new float[Math.multiplyExact(indices.length, images.bytesPerImage())];
        fill(indices, seed, target);
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            labels[i] = images.label(indices[i]);
        }
        return new Batch(target, labels, images.side());
    }

    /**
     * Draws the window whose top left corner lies {@code down} rows below and {@code right} columns to the right of the
     * image's own (negative: above, left), mirrored if asked; outside the image it is 0.
     */
    private void draw(int image, int down, int right, boolean mirrored, float[] target, int offset) {
        int side = images.side();
        byte[] pixels = images.sharedPixels();
        int start = images.start(image);
        int firstColumn = Math.max(0, -right);
        int endColumn = Math.min(side, side - right);
        if (down != 0 || right != 0) {
            Arrays.fill(target, offset, offset + images.bytesPerImage(), 0f);
        }
        for (int row = Math.max(0, -down); row < Math.min(side, side - down); row++) {
            int from = start + ((row + down) * side + firstColumn + right) * CHANNELS;
            int firstTarget = mirrored ? side - 1 - firstColumn : firstColumn;
            int to = offset + (row * side + firstTarget) * CHANNELS;
            int step = mirrored ? -CHANNELS : CHANNELS;
            for (int column = firstColumn; column < endColumn; column++) {
                target[to] = red[pixels[from] & 0xFF];
                target[to + 1] = green[pixels[from + 1] & 0xFF];
                target[to + 2] = blue[pixels[from + 2] & 0xFF];
                from += CHANNELS;
                to += step;
            }
        }
    }
}
