package dev.sdpoint.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Per-channel mean and standard deviation on the 0..1 scale: a byte {@code v} of channel {@code c} becomes
 * {@code (v / 255 - mean[c]) / deviation[c]}. Immutable: arrays are copied in and out.
 *
 * @param mean three values, red, green, blue, each finite
 * @param deviation three values, each finite and above 0
 */
public record Normalization(float[] mean, float[] deviation) {
    /** Of the 50,000 training images of CIFAR-10, to four digits. */
    public static final Normalization CIFAR10 =
            new Normalization(new float[] {.4914f, .4822f, .4465f}, new float[] {.2470f, .2435f, .2616f});

    private static final int CHANNELS = RgbImage.CHANNELS;
    private static final int LEVELS = 256;
    private static final double WHITE = 255;
    private static final int MOST_DECODED = 5000;
    private static final long CHOICE_SEED = 1;

    /**
     * @throws IllegalArgumentException if there are not three values each, a value is not finite or a deviation is not above 0
     */
    public Normalization {
        if (mean.length != CHANNELS || deviation.length != CHANNELS) {
            throw new IllegalArgumentException("Mean and deviation need one value for each of 3 channels, got "
                    + mean.length + " and " + deviation.length + ".");
        }
        for (int c = 0; c < CHANNELS; c++) {
            if (!Float.isFinite(mean[c])) {
                throw new IllegalArgumentException("mean[" + c + "] = " + mean[c] + " is not finite.");
            }
            if (!Float.isFinite(deviation[c]) || deviation[c] <= 0) {
                throw new IllegalArgumentException(
                        "deviation[" + c + "] = " + deviation[c] + " must be finite and above 0.");
            }
        }
        mean = mean.clone();
        deviation = deviation.clone();
    }

    /**
     * Returns the mean and the population standard deviation of each channel over all pixels of all images, computed without
     * rounding error from exact sums. A channel that never varies gets the deviation of one grey level, 1/255, so that it
     * normalises to 0.
     *
     * <p>Of a folder with more than {@value #MOST_DECODED} images, as many are decoded, a fixed choice: their mean is as good,
     * and a large data set would take hours.
     *
     * @throws IllegalArgumentException if there are no images
     * @throws UnreadableImageException if a file of a folder cannot be read
     */
    public static Normalization of(LabeledImages images) {
        if (images.size() == 0) {
            throw new IllegalArgumentException("There are no images to take a mean of.");
        }
        FirstProblem problem = new FirstProblem();
        long[][] counts = counts(images, problem);
        problem.tell();
        return of(counts);
    }

    /** @param counts of {@link #counts}, of at least one image */
    static Normalization of(long[][] counts) {
        double n = Arrays.stream(counts[0]).sum();
        float[] mean = new float[CHANNELS];
        float[] deviation = new float[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            double sum = 0;
            for (int v = 0; v < LEVELS; v++) {
                sum += (double) counts[c][v] * v;
            }
            double average = sum / n;
            double squares = 0;
            for (int v = 0; v < LEVELS; v++) {
                squares += counts[c][v] * (v - average) * (v - average);
            }
            mean[c] = (float) (average / WHITE);
            deviation[c] = (float) (squares == 0 ? 1 / WHITE : Math.sqrt(squares / n) / WHITE);
        }
        return new Normalization(mean, deviation);
    }

    /** The images that are counted: all, or a random but fixed choice where each must be decoded. */
    private static IntStream sample(LabeledImages images) {
        if (images.inMemory() || images.size() <= MOST_DECODED) {
            return IntStream.range(0, images.size());
        }
        return Arrays.stream(EpochOrder.of(images.size(), CHOICE_SEED, 0), 0, MOST_DECODED);
    }

    /**
     * How often each value of each channel comes.
     *
     * @param problem notes what cannot be read, which is not in the counts
     */
    static long[][] counts(LabeledImages images, FirstProblem problem) {
        IntStream which = sample(images);
        return (images.inMemory() ? which : which.parallel())
                .collect(
                        () -> new long[CHANNELS][LEVELS],
                        (counts, image) ->
                                problem.heed(() -> count(images.span(image), images.bytesPerImage(), counts)),
                        Normalization::add);
    }

    private static void count(PixelSource.Span span, int bytes, long[][] counts) {
        byte[] pixels = span.pixels();
        for (int at = span.start(); at < span.start() + bytes; at += CHANNELS) {
            counts[0][pixels[at] & 0xFF]++;
            counts[1][pixels[at + 1] & 0xFF]++;
            counts[2][pixels[at + 2] & 0xFF]++;
        }
    }

    private static void add(long[][] counts, long[][] more) {
        for (int c = 0; c < CHANNELS; c++) {
            for (int v = 0; v < LEVELS; v++) {
                counts[c][v] += more[c][v];
            }
        }
    }

    @Override
    public float[] mean() {
        return mean.clone();
    }

    @Override
    public float[] deviation() {
        return deviation.clone();
    }

    /**
     * Returns a picture as normalised floats {@code [row][column][channel]}, equal to what a {@link BatchMaker} without
     * augmentation makes of it.
     */
    public float[] apply(RgbImage picture) {
        float[][] tables = tables();
        byte[] pixels = picture.pixels();
        float[] normalized = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            normalized[i] = tables[i % CHANNELS][pixels[i] & 0xFF];
        }
        return normalized;
    }

    /** Returns {@code [channel][byte value]} → normalised value. */
    float[][] tables() {
        float[][] tables = new float[CHANNELS][LEVELS];
        for (int c = 0; c < CHANNELS; c++) {
            for (int v = 0; v < LEVELS; v++) {
                tables[c][v] = (float) ((v / WHITE - mean[c]) / deviation[c]);
            }
        }
        return tables;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Normalization that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "Normalization[mean=" + Arrays.toString(mean) + ", deviation=" + Arrays.toString(deviation) + "]";
    }
}
