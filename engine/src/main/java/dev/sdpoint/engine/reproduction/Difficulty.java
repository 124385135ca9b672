package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;

/**
 * How hard images are for an independent network, by the minimum cost that SDPoint needs for them (paper §4.3).
 *
 * @param cheapest error of the other network on images that the cheapest instance gets right, 0 … 1; here as below NaN if there are none
 * @param dearer its error on images that need a dearer instance
 * @param never its error on images that no instance gets right
 * @param counts images of the three kinds
 */
public record Difficulty(double cheapest, double dearer, double never, Counts counts) {
    /** Images of each kind. */
    public record Counts(int cheapest, int dearer, int never) {}

    /**
     * Groups the images of a validation set.
     *
     * @param needed minimum costs under SDPoint
     * @param other outcomes of another network on the same images in the same order; its full resolution counts
     */
    public static Difficulty of(MinimumCost needed, Outcomes other) {
        if (needed.size() != other.images()) {
            throw new IllegalArgumentException(
                    needed.size() + " images do not go with the other network's " + other.images());
        }
        int[] images = new int[3];
        int[] wrong = new int[3];
        for (int image = 0; image < needed.size(); image++) {
            int rank = needed.rank(image);
            int kind = rank == MinimumCost.NEVER ? 2 : rank == 0 ? 0 : 1;
            images[kind]++;
            wrong[kind] += other.right(image, 0, 1) ? 0 : 1;
        }
        return new Difficulty(
                share(wrong[0], images[0]),
                share(wrong[1], images[1]),
                share(wrong[2], images[2]),
                new Counts(images[0], images[1], images[2]));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
