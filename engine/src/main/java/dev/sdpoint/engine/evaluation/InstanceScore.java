package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.sdpoint.Instance;

/**
 * What one instance costs and how often it errs.
 *
 * @param instance the instance
 * @param flops operations of one forward pass of one image, multiply and add counted separately
 * @param relativeCost {@code flops} over those of the full network
 * @param top1Error share of images whose first guess is wrong, 0 … 1
 * @param top5Error share of images whose class is not among the first five guesses, 0 … 1
 * @param loss mean cross-entropy in nats
 * @param millisPerImage measured milliseconds per image in batches on this machine; NaN where not measured
 */
public record InstanceScore(
        Instance instance,
        long flops,
        double relativeCost,
        double top1Error,
        double top5Error,
        double loss,
        double millisPerImage) {}
