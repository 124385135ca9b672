package dev.sdpoint.app.gallery;

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
    /** The restrictions of a filter, in the order of the controls that set them. */
    static List<FilterChip> of(GalleryFilter filter, GallerySource source) {
        List<FilterChip> chips = new ArrayList<>();
        if (!filter.search().isBlank()) {
            chips.add(new FilterChip("“" + filter.search().strip() + "”", filter.withSearch("")));
        }
        if (filter.trueClass() != GalleryFilter.ANY) {
            chips.add(new FilterChip(
                    "class: " + source.className(filter.trueClass()), filter.withTrueClass(GalleryFilter.ANY)));
        }
        if (filter.predictedClass() != GalleryFilter.ANY) {
            chips.add(new FilterChip(
                    "predicted: " + source.className(filter.predictedClass()),
                    filter.withPredictedClass(GalleryFilter.ANY)));
        }
        if (filter.verdict() != GalleryFilter.Verdict.ANY) {
            chips.add(new FilterChip(filter.verdict().title(), filter.withVerdict(GalleryFilter.Verdict.ANY)));
        }
        if (filter.nonMonotoneOnly()) {
            chips.add(new FilterChip("non-monotone", filter.withNonMonotoneOnly(false)));
        }
        if (!filter.range().all()) {
            chips.add(new FilterChip(
                    "cost: " + Figures.range(filter.range()) + " of full", filter.withRange(CostRange.ALL)));
        }
        if (filter.leastCost() != GalleryFilter.ANY_COST) {
            String cost = filter.leastCost() == MinimumCost.NEVER
                    ? "never right"
                    : "least cost: "
                            + Figures.gflops(
                                    source.order().get(filter.leastCost()).flops());
            chips.add(new FilterChip(cost, filter.withLeastCost(GalleryFilter.ANY_COST)));
        }
        if (!filter.picked().all()) {
            chips.add(new FilterChip(filter.picked().title(), filter.withPicked(Picked.ALL)));
        }
        return List.copyOf(chips);
    }
}
