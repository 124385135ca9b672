package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Augmentation;

/**
 * How a run uses its images.
 *
 * @param augmentation of training images
 * @param evaluationImages validation images for the evaluation after each epoch, at least 1; the end of a run uses all
 * @param calibrationBatches training batches for the statistics of each instance, at least 1
 * @param calibrationBatchSize images a calibration batch, at least 2
 */
public record DataUse(
        Augmentation augmentation, int evaluationImages, int calibrationBatches, int calibrationBatchSize) {
    /** Crop and flip; 1,000 images an evaluation; 16 batches of 250. */
    public static final DataUse STANDARD = new DataUse(new Augmentation.CropAndFlip(4), 1000, 16, 250);

    public DataUse {
        if (evaluationImages < 1 || calibrationBatches < 1 || calibrationBatchSize < 2) {
            throw new IllegalArgumentException("an evaluation needs at least 1 image, 1 calibration batch of 2; given "
                    + evaluationImages + ", " + calibrationBatches + ", " + calibrationBatchSize);
        }
    }
}
