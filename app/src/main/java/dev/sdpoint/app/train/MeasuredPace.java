package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast a kind of run trained on this machine.
 *
 * @param network name of the architecture
 * @param imagesPerSecond measured, evaluations left out
 */
record MeasuredPace(
        String network, int side, Method method, List<Double> ratios, int batchSize, double imagesPerSecond) {
    MeasuredPace {
        ratios = List.copyOf(ratios);
    }

    static MeasuredPace of(Recipe recipe, double imagesPerSecond) {
        return new MeasuredPace(
                recipe.network().name(),
                recipe.network().side(),
                recipe.method(),
                recipe.ratios(),
                recipe.optimization().batchSize(),
                imagesPerSecond);
    }

    /** How long a recipe trains, evaluations left out; empty if it is of another kind, for which nothing was measured. */
    Optional<Duration> duration(Recipe recipe, int trainingImages) {
        if (!of(recipe, imagesPerSecond).equals(this) || imagesPerSecond <= 0) {
            return Optional.empty();
        }
        long perEpoch = (long) (trainingImages / batchSize) * batchSize;
        return Optional.of(Duration.ofMillis(
                (long) (1000.0 * perEpoch * recipe.optimization().epochs() / imagesPerSecond)));
    }
}
