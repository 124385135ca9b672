package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/**
 * Images and every instance's answers for them, sorted by difficulty under both criteria. Instances are addressed by rank: 0 is
 * the cheapest. Immutable; making one takes a pass over all answers, so it is made off the JavaFX thread.
 */
final class GallerySource {
    private static final Texts TEXTS = Texts.of(GallerySource.class);

    private final DataSet data;
    private final Outcomes outcomes;
    private final MinimumCost first;
    private final MinimumCost amongFive;
    private final int[] position;

    /**
     * @param sweep costs of the instances of {@code outcomes}
     * @param outcomes answers for the validation images of {@code data}, in their order
     * @throws IllegalArgumentException if the three do not go together
     */
    GallerySource(DataSet data, Sweep sweep, Outcomes outcomes) {
        this(data, sweep, outcomes, data.validation().size());
    }

    /**
     * While a sweep goes on.
     *
     * @param outcomes answers for the first validation images of {@code data}
     * @throws IllegalArgumentException if the three do not go together
     */
    static GallerySource soFar(DataSet data, Sweep sweep, Outcomes outcomes) {
        return new GallerySource(
                data,
                sweep,
                outcomes,
                Math.min(outcomes.images(), data.validation().size()));
    }

    private GallerySource(DataSet data, Sweep sweep, Outcomes outcomes, int expected) {
        if (outcomes.images() != expected) {
            throw new IllegalArgumentException(TEXTS.get(
                    "sorting.other-count",
                    Integer.toString(outcomes.images()),
                    data.title(),
                    Integer.toString(data.validation().size())));
        }
        this.data = data;
        this.outcomes = outcomes;
        Sweep aligned = new Sweep(
                sweep.images(), outcomes.instances().stream().map(sweep::of).toList());
        first = new MinimumCost(aligned, outcomes, 1);
        amongFive = new MinimumCost(aligned, outcomes, 5);
        position = first.order().stream()
                .mapToInt(score -> outcomes.instances().indexOf(score.instance()))
                .toArray();
    }

    /** Whether this has the images and instances of another, and answers for as many of the images or more. */
    @SuppressWarnings("ReferenceEquality") // the very same data set: comparing pixels would take long
    boolean continues(GallerySource earlier) {
        return data == earlier.data && size() >= earlier.size() && order().equals(earlier.order());
    }

    /** The data set that the images are of. */
    DataSet data() {
        return data;
    }

    /** Whether all images are answered. */
    boolean complete() {
        return size() == images().size();
    }

    /** Number of images that are answered. */
    int size() {
        return outcomes.images();
    }

    LabeledImages images() {
        return data.validation();
    }

    List<String> classNames() {
        return data.classNames();
    }

    /** Instances with their costs, from the cheapest to the dearest; a rank is a position here. */
    List<InstanceScore> order() {
        return first.order();
    }

    /** Least costs under a criterion. */
    MinimumCost minimumCost(Criterion criterion) {
        return criterion == Criterion.TOP_1 ? first : amongFive;
    }

    /** Rank of an instance; that of the full network if this model has no such instance. */
    int rank(Instance instance) {
        int full = 0;
        for (int rank = 0; rank < order().size(); rank++) {
            Instance known = order().get(rank).instance();
            if (known.equals(instance)) {
                return rank;
            }
            full = known.equals(Instance.FULL) ? rank : full;
        }
        return full;
    }

    int label(int image) {
        return images().label(image);
    }

    int predicted(int image, int rank) {
        return outcomes.predicted(image, position[rank]);
    }

    float trueProbability(int image, int rank) {
        return outcomes.trueProbability(image, position[rank]);
    }

    /** The highest probability that any instance gives the true class. */
    float highestTrueProbability(int image) {
        float highest = 0;
        for (int rank = 0; rank < position.length; rank++) {
            highest = Math.max(highest, trueProbability(image, rank));
        }
        return highest;
    }

    boolean right(int image, int rank, Criterion criterion) {
        return outcomes.right(image, position[rank], criterion.guesses());
    }

    /** Name of a class, or its number if the data set has no name for what the model predicts. */
    String className(int index) {
        return index < classNames().size()
                ? classNames().get(index)
                : TEXTS.get("class-number", Integer.toString(index));
    }
}
