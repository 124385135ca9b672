package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The story of one image.
 *
 * @param image its number in the validation part
 * @param trueClass name
 * @param answers of every instance, from the cheapest to the dearest
 * @param firstRight position in {@code answers} of the cheapest right one, or {@link MinimumCost#NEVER}
 * @param nonMonotone whether it is right at some cost and wrong at a higher one
 * @param selected position of the selected instance
 * @param full position of the full network
 */
record ImageDetail(
        int image,
        String trueClass,
        List<Answer> answers,
        int firstRight,
        boolean nonMonotone,
        int selected,
        int full) {
    private static final Texts TEXTS = Texts.of(ImageDetail.class);

    ImageDetail {
        answers = List.copyOf(answers);
    }

    /**
     * What one instance says of the image.
     *
     * @param score the instance and its cost
     * @param right under the criterion of the gallery
     * @param predicted name of the class it finds most probable
     * @param trueProbability probability of the true class, 0 … 1
     */
    record Answer(InstanceScore score, boolean right, String predicted, double trueProbability) {}

    static ImageDetail of(GallerySource source, Criterion criterion, int image, Instance selected) {
        List<Answer> answers = new ArrayList<>();
        for (int rank = 0; rank < source.order().size(); rank++) {
            answers.add(new Answer(
                    source.order().get(rank),
                    source.right(image, rank, criterion),
                    source.className(source.predicted(image, rank)),
                    source.trueProbability(image, rank)));
        }
        MinimumCost costs = source.minimumCost(criterion);
        return new ImageDetail(
                image,
                source.className(source.label(image)),
                answers,
                costs.rank(image),
                costs.nonMonotone(image),
                source.rank(selected),
                source.rank(Instance.FULL));
    }

    /** The cheapest right answer, if any is right. */
    Optional<Answer> cheapestRight() {
        return firstRight == MinimumCost.NEVER ? Optional.empty() : Optional.of(answers.get(firstRight));
    }

    Answer selectedAnswer() {
        return answers.get(selected);
    }

    Answer fullAnswer() {
        return answers.get(full);
    }

    /** The image in a few words, which a screen reader says. */
    String words() {
        String number = Integer.toString(image);
        return cheapestRight()
                .map(a -> Figures.gflops(a.score().flops()))
                .map(cost -> TEXTS.get("list.spoken.image", number, trueClass, cost))
                .orElseGet(() -> TEXTS.get("list.spoken.never", number, trueClass));
    }

    /** Why the image is flagged, in one sentence; empty if it is not. */
    Optional<String> flag() {
        if (!nonMonotone) {
            return Optional.empty();
        }
        Answer relapse = answers.stream()
                .skip(firstRight + 1L)
                .filter(a -> !a.right())
                .findFirst()
                .orElseThrow();
        return Optional.of(TEXTS.get(
                "detail.flag",
                Figures.gflops(answers.get(firstRight).score.flops()),
                Figures.gflops(relapse.score.flops())));
    }
}
