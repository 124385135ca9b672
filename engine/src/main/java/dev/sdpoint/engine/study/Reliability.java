package dev.sdpoint.engine.study;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an instance is as often right as it is sure: images in equal bins by the probability of the first guess, and the
 * expected calibration error, the mean distance of accuracy and confidence weighted by images (Guo et al., 2017).
 *
 * @param instance the instance
 * @param images how many images were classified
 * @param bins ascending; together they cover (0, 1]
 * @param error expected calibration error, 0 … 1
 */
public record Reliability(Instance instance, int images, List<Bin> bins, double error) {
    /** The usual number of bins. */
    public static final int BINS = 15;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Images whose confidence lies in (lower, upper].
     *
     * @param images how many
     * @param confidence their mean confidence; NaN without images
     * @param accuracy share of them that are right; NaN without images
     */
    public record Bin(double lower, double upper, int images, double confidence, double accuracy) {}

    /**
     * Bins the images of an instance.
     *
     * @param instance position in {@code confidences}
     * @param bins how many, at least 1
     */
    public static Reliability of(Confidences confidences, int instance, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("images need at least 1 bin, not " + bins);
        }
        int[] counts = new int[bins];
        int[] right = new int[bins];
        double[] sums = new double[bins];
        int images = confidences.images();
        for (int image = 0; image < images; image++) {
            double confidence = confidences.top(image, instance);
            int bin = Math.max(0, Math.min(bins - 1, (int) Math.ceil(confidence * bins) - 1));
            counts[bin]++;
            sums[bin] += confidence;
            right[bin] += confidences.right(image, instance) ? 1 : 0;
        }
        List<Bin> list = new ArrayList<>();
        double error = 0;
        for (int b = 0; b < bins; b++) {
            double accuracy = (double) right[b] / counts[b];
            double confidence = sums[b] / counts[b];
            list.add(new Bin((double) b / bins, (b + 1.0) / bins, counts[b], confidence, accuracy));
            error += counts[b] == 0 ? 0 : Math.abs(sums[b] - right[b]) / images;
        }
        return new Reliability(confidences.instances().get(instance), images, list, error);
    }

    /** Mean confidence less accuracy: above 0 the instance is too sure. */
    public double overconfidence() {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.images() == 0 ? 0 : bin.images() * (bin.confidence() - bin.accuracy());
        }
        return sum / images;
    }
}
