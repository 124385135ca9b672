package dev.sdpoint.engine.study;

/**
 * A place in a cost–error plot.
 *
 * @param flops mean operations per image
 * @param relativeCost {@code flops} over those of the full network
 * @param error share of images whose first guess is wrong, 0 … 1
 */
public record CostPoint(double flops, double relativeCost, double error) {
    /** Whether another point costs no more and errs no more, and is better in one of the two. */
    boolean dominatedBy(CostPoint other) {
        return other.flops <= flops && other.error <= error && (other.flops < flops || other.error < error);
    }
}
