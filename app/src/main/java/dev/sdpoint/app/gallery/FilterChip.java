package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the restrictions that a filter consists of.
 *
 * @param text what it says, such as "class: cat"
 * @param without the filter that remains when it is taken away
 */
record FilterChip(String text, GalleryFilter without) {
    private static final Texts TEXTS = Texts.of(FilterChip.class);

    /** The restrictions of a filter, in the order of the controls that set them. */
    static List<FilterChip> of(GalleryFilter filter, GallerySource source) {
        List<FilterChip> chips = new ArrayList<>();
        if (!filter.search().isBlank()) {
            chips.add(new FilterChip("“" + filter.search().strip() + "”", filter.withSearch("")));
        }
        if (filter.trueClass() != GalleryFilter.ANY) {
            chips.add(new FilterChip(
                    TEXTS.get("filter.class", source.className(filter.trueClass())),
                    filter.withTrueClass(GalleryFilter.ANY)));
        }
        if (filter.predictedClass() != GalleryFilter.ANY) {
            chips.add(new FilterChip(
                    TEXTS.get("filter.predicted", source.className(filter.predictedClass())),
                    filter.withPredictedClass(GalleryFilter.ANY)));
        }
        if (filter.verdict() != GalleryFilter.Verdict.ANY) {
            chips.add(new FilterChip(filter.verdict().title(), filter.withVerdict(GalleryFilter.Verdict.ANY)));
        }
        if (filter.nonMonotoneOnly()) {
            chips.add(new FilterChip(TEXTS.get("non-monotone"), filter.withNonMonotoneOnly(false)));
        }
        if (!filter.range().all()) {
            chips.add(new FilterChip(
                    TEXTS.get("filter.cost", Figures.range(filter.range())), filter.withRange(CostRange.ALL)));
        }
        if (filter.leastCost() != GalleryFilter.ANY_COST) {
            String cost = filter.leastCost() == MinimumCost.NEVER
                    ? TEXTS.get("never-right")
                    : TEXTS.get(
                            "filter.least-cost",
                            Figures.gflops(
                                    source.order().get(filter.leastCost()).flops()));
            chips.add(new FilterChip(cost, filter.withLeastCost(GalleryFilter.ANY_COST)));
        }
        if (!filter.picked().all()) {
            chips.add(new FilterChip(filter.picked().title(), filter.withPicked(Picked.ALL)));
        }
        return List.copyOf(chips);
    }
}
