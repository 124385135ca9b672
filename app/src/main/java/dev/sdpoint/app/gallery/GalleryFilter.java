package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Which images are shown.
 *
 * @param trueClass position of the class, or {@link #ANY}
 * @param predictedClass first guess of the selected instance, or {@link #ANY}
 * @param verdict whether the selected instance has to be right
 * @param nonMonotoneOnly leaves out images that stay right once they are right
 * @param leastCost rank of the cheapest right instance, {@link MinimumCost#NEVER}, or {@link #ANY_COST}
 * @param range of the cheapest right instance's cost
 * @param picked images that a comparison picked out
 * @param search part of a class name, or an image number with or without #; blank finds all
 */
record GalleryFilter(
        int trueClass,
        int predictedClass,
        Verdict verdict,
        boolean nonMonotoneOnly,
        int leastCost,
        CostRange range,
        Picked picked,
        String search) {
    private static final Texts TEXTS = Texts.of(GalleryFilter.class);

    /** No restriction to a class. */
    static final int ANY = -1;
    /** No restriction to a group; {@link MinimumCost#NEVER} is a group. */
    static final int ANY_COST = -2;
    /** Everything. */
    static final GalleryFilter NONE =
            new GalleryFilter(ANY, ANY, Verdict.ANY, false, ANY_COST, CostRange.ALL, Picked.ALL, "");

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})");

    /** What the selected instance has to say. */
    enum Verdict {
        ANY,
        RIGHT,
        WRONG;

        String title() {
            return switch (this) {
                case ANY -> TEXTS.get("verdict.any");
                case RIGHT -> TEXTS.get("verdict.right");
                case WRONG -> TEXTS.get("verdict.wrong");
            };
        }
    }

    GalleryFilter withTrueClass(int wanted) {
        return new GalleryFilter(wanted, predictedClass, verdict, nonMonotoneOnly, leastCost, range, picked, search);
    }

    GalleryFilter withPredictedClass(int wanted) {
        return new GalleryFilter(trueClass, wanted, verdict, nonMonotoneOnly, leastCost, range, picked, search);
    }

    GalleryFilter withVerdict(Verdict wanted) {
        return new GalleryFilter(trueClass, predictedClass, wanted, nonMonotoneOnly, leastCost, range, picked, search);
    }

    GalleryFilter withNonMonotoneOnly(boolean only) {
        return new GalleryFilter(trueClass, predictedClass, verdict, only, leastCost, range, picked, search);
    }

    GalleryFilter withLeastCost(int wanted) {
        return new GalleryFilter(trueClass, predictedClass, verdict, nonMonotoneOnly, wanted, range, picked, search);
    }

    GalleryFilter withRange(CostRange wanted) {
        return new GalleryFilter(
                trueClass, predictedClass, verdict, nonMonotoneOnly, leastCost, wanted, picked, search);
    }

    GalleryFilter withPicked(Picked wanted) {
        return new GalleryFilter(trueClass, predictedClass, verdict, nonMonotoneOnly, leastCost, range, wanted, search);
    }

    GalleryFilter withSearch(String wanted) {
        return new GalleryFilter(trueClass, predictedClass, verdict, nonMonotoneOnly, leastCost, range, picked, wanted);
    }

    /** Whether another selected instance can change what is shown. */
    boolean dependsOnInstance() {
        return predictedClass != ANY || verdict != Verdict.ANY;
    }

    /** Whether all images are shown. */
    boolean showsAll() {
        return equals(NONE.withSearch(search)) && search.isBlank();
    }

    /**
     * The test of one image, for an instance.
     *
     * @param rank of the selected instance
     */
    IntPredicate on(GallerySource source, Criterion criterion, int rank) {
        MinimumCost costs = source.minimumCost(criterion);
        IntPredicate found = searching(source);
        return image -> (trueClass == ANY || source.label(image) == trueClass)
                && (leastCost == ANY_COST || costs.rank(image) == leastCost)
                && (range.all() || within(costs, image))
                && picked.contains(image)
                && (!nonMonotoneOnly || costs.nonMonotone(image))
                && (predictedClass == ANY || source.predicted(image, rank) == predictedClass)
                && (verdict == Verdict.ANY || source.right(image, rank, criterion) == (verdict == Verdict.RIGHT))
                && found.test(image);
    }

    private boolean within(MinimumCost costs, int image) {
        int rank = costs.rank(image);
        return rank != MinimumCost.NEVER
                && range.contains(costs.order().get(rank).relativeCost());
    }

    private IntPredicate searching(GallerySource source) {
        String text = search.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return image -> true;
        }
        boolean[] named = new boolean[source.classNames().size()];
        for (int c = 0; c < named.length; c++) {
            named[c] = source.classNames().get(c).toLowerCase(Locale.ROOT).contains(text);
        }
        var digits = NUMBER.matcher(text);
        int number = digits.matches() ? Integer.parseInt(digits.group(1)) : -1;
        return image -> image == number || named[source.label(image)];
    }
}
