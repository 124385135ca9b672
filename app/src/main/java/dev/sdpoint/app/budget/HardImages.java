package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import java.util.stream.IntStream;

/**
 * Images worth a look: those that no instance gets right, that only the dearer half of the instances gets right, or that are
 * right at some cost and wrong at a higher one.
 */
final class HardImages {
    private static final Texts TEXTS = Texts.of(HardImages.class);

    private final MinimumCost minimum;
    private final Outcomes outcomes;

    HardImages(MinimumCost minimum, Outcomes outcomes) {
        this.minimum = minimum;
        this.outcomes = outcomes;
    }

    /** Whether an image is hard. */
    boolean hard(int image) {
        int rank = minimum.rank(image);
        return rank == MinimumCost.NEVER || rank >= (minimum.order().size() + 1) / 2 || minimum.nonMonotone(image);
    }

    /** The hard images after one, nearest first and at most {@code count}, going on from the start at the end. */
    IntStream next(int image, int count) {
        return IntStream.range(1, minimum.size())
                .map(step -> Math.floorMod(image + step, minimum.size()))
                .filter(this::hard)
                .limit(count);
    }

    /** Whether these are outcomes of a data set's validation images, as far as their number says. */
    boolean goesWith(DataSet data) {
        return minimum.size() == data.validation().size();
    }

    /** A phrase that says how much an image needs. */
    String need(int image) {
        int rank = minimum.rank(image);
        if (rank == MinimumCost.NEVER) {
            return TEXTS.get("hard.never");
        }
        InstanceScore cheapest = minimum.order().get(rank);
        String from = Figures.share(cheapest.relativeCost());
        return minimum.nonMonotone(image)
                ? TEXTS.get("hard.from.not-at", from, Figures.share(wrongAgain(image, rank)))
                : TEXTS.get("hard.from", from);
    }

    private double wrongAgain(int image, int rank) {
        for (int dearer = rank + 1; dearer < minimum.order().size(); dearer++) {
            InstanceScore score = minimum.order().get(dearer);
            if (!outcomes.right(image, outcomes.instances().indexOf(score.instance()), 1)) {
                return score.relativeCost();
            }
        }
        throw new IllegalStateException("image " + image + " is monotone");
    }
}
