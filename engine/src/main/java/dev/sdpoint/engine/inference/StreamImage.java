package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * One image of a stream.
 *
 * @param picture any size
 * @param label its class, 0 or above; {@link #UNKNOWN} if nobody knows
 * @param decodeMillis what it took to read and decode it, 0 or above; 0 if it was in memory. It is a part of the frame's time, but never of the
 *     network's
 */
public record StreamImage(RgbImage picture, int label, double decodeMillis) {
    /** No class is known. */
    public static final int UNKNOWN = -1;

    /** @throws IllegalArgumentException if the label is neither a class nor unknown, or the time is below 0 */
    public StreamImage {
        if (label < UNKNOWN) {
            throw new IllegalArgumentException("label " + label + " is neither a class nor " + UNKNOWN + ", unknown");
        }
        if (!(decodeMillis >= 0)) {
            throw new IllegalArgumentException("decoding cannot take " + decodeMillis + " ms; 0 if it was in memory");
        }
    }

    /** An image that was in memory. */
    public StreamImage(RgbImage picture, int label) {
        this(picture, label, 0);
    }

    /**
     * An endless stream of uniformly drawn images of a data set. Same seed, same images.
     *
     * @param images at least one
     */
    public static Iterator<StreamImage> drawnFrom(LabeledImages images, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        return IntStream.generate(() -> random.nextInt(images.size()))
                .mapToObj(i -> new StreamImage(images.image(i), images.label(i)))
                .iterator();
    }
}
