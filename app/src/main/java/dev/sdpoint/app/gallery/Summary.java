package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;

/**
 * The gallery in six numbers. Shares are of all images, 0 … 1.
 *
 * @param images number of images
 * @param rightAtCheapest share that the cheapest instance gets right
 * @param never share that no instance gets right, which is the oracle's error
 * @param nonMonotone share that is right at some cost and wrong at a higher one
 * @param best the single instance that errs least on these images; the cheapest of equals
 * @param bestError its error
 */
record Summary(
        int images, double rightAtCheapest, double never, double nonMonotone, InstanceScore best, double bestError) {

    static Summary of(GallerySource source, Criterion criterion) {
        MinimumCost costs = source.minimumCost(criterion);
        int images = source.size();
        int cheapest = 0;
        int nonMonotone = 0;
        for (int image = 0; image < images; image++) {
            cheapest += costs.rank(image) == 0 ? 1 : 0;
            nonMonotone += costs.nonMonotone(image) ? 1 : 0;
        }
        int best = 0;
        int fewest = Integer.MAX_VALUE;
        for (int rank = 0; rank < source.order().size(); rank++) {
            int wrong = 0;
            for (int image = 0; image < images; image++) {
                wrong += source.right(image, rank, criterion) ? 0 : 1;
            }
            if (wrong < fewest) {
                fewest = wrong;
                best = rank;
            }
        }
        double n = images;
        return new Summary(
                images,
                cheapest / n,
                costs.oracleError(),
                nonMonotone / n,
                source.order().get(best),
                fewest / n);
    }
}
