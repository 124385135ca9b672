package dev.sdpoint.engine.data;

import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Draws chosen images as normalised floats {@code [image][row][column][channel]} (NHWC), plain or augmented. Holds no changing
 * state: the same indices and seed give the same batch, from any thread, in any order of calls. Images that come from files are
 * decoded by all processors at once.
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
     * @throws UnreadableImageException if the file of an image cannot be read
     */
    public void fill(int[] indices, long seed, float[] target) {
        long needed = (long) indices.length * images.bytesPerImage();
        if (target.length < needed) {
            throw new IllegalArgumentException(indices.length + " images need room for " + needed
                    + " values, the target has " + target.length + ".");
        }
        IntConsumer one = drawing(indices, seed, target);
        IntStream places = IntStream.range(0, indices.length);
        if (images.inMemory()) {
            places.forEach(one);
        } else { // decoding takes longer than sharing it out
            FirstProblem problem = new FirstProblem();
            places.parallel().forEach(place -> problem.heed(() -> one.accept(place)));
            problem.tell();
        }
    }

    /** What draws the image at one place of the batch; from any thread, in any order. */
    private IntConsumer drawing(int[] indices, long seed, float[] target) {
        int size = images.bytesPerImage();
        if (augmentation instanceof Augmentation.CropAndFlip crop) {
            int[] down = new int[indices.length];
            int[] right = new int[indices.length];
            boolean[] mirrored = new boolean[indices.length];
            SplitMix64 random = new SplitMix64(seed);
            int positions = 2 * crop.padding() + 1;
            for (int i = 0; i < indices.length; i++) {
                down[i] = random.nextInt(positions) - crop.padding();
                right[i] = random.nextInt(positions) - crop.padding();
                mirrored[i] = random.nextBoolean();
            }
            return i -> draw(images.span(indices[i]), down[i], right[i], mirrored[i], target, i * size);
        }
        if (augmentation instanceof Augmentation.ResizedCrop) {
            // A generator for each place, since how much a picture draws depends on its shape.
            return i -> resized(indices[i], new SplitMix64(SplitMix64.seedOf(seed, i)), target, i * size);
        }
        return i -> draw(images.span(indices[i]), 0, 0, false, target, i * size);
    }

    private void resized(int image, SplitMix64 random, float[] target, int offset) {
        RgbImage whole = images.whole(image);
        CropScale.Region region = ImageNetCrops.random(whole.width(), whole.height(), random);
        RgbImage cut = CropScale.of(whole, region, images.side(), images.side());
        draw(new PixelSource.Span(cut.pixels(), 0), 0, 0, random.nextBoolean(), target, offset);
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
    private void draw(PixelSource.Span image, int down, int right, boolean mirrored, float[] target, int offset) {
        int side = images.side();
        byte[] pixels = image.pixels();
        int start = image.start();
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
