package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;

/**
 * How fast a kind of run trained on this machine.
 *
 * @param kind network, side, method, ratios, points and batch: what the pace hangs on
 * @param network name of the architecture
 * @param imagesPerSecond measured, evaluations left out
 * @param flopsPerImage of a forward pass, mean over the instances drawn
 */
record MeasuredPace(String kind, String network, double imagesPerSecond, double flopsPerImage) {
    /** @throws IllegalArgumentException if a number is not above 0 */
    MeasuredPace {
        if (!(imagesPerSecond > 0 && flopsPerImage > 0)) {
            throw new IllegalArgumentException(
                    imagesPerSecond + " images/s of " + flopsPerImage + " operations are no pace; both are above 0");
        }
    }

    static MeasuredPace of(Recipe recipe, RecipeFacts facts, double imagesPerSecond) {
        return new MeasuredPace(kind(recipe), recipe.network().name(), imagesPerSecond, facts.expectedFlops());
    }

    /** Two recipes of the same kind train equally fast. */
    static String kind(Recipe recipe) {
        return String.join(
                " ",
                recipe.network().name(),
                String.valueOf(recipe.network().side()),
                recipe.method().id(),
                recipe.sampling().points().id(),
                recipe.sampling().drawing().id(),
                recipe.ratios().toString(),
                String.valueOf(recipe.optimization().batchSize()));
    }
}
