package dev.sdpoint.app.gallery;

import java.util.List;
import java.util.Optional;

/**
 * What is shown of a source.
 *
 * @param chips what the filter consists of
 * @param remedy what to take away if nothing is shown
 * @param summary of all images, if it was asked for
 * @param table of all images, if it was asked for
 */
record Sorted(
        Grouping grouping,
        List<FilterChip> chips,
        Optional<Remedy> remedy,
        Optional<Summary> summary,
        Optional<CostClassTable> table) {

    /**
     * What a person wants to see.
     *
     * @param selectedRank rank of the selected instance, which some filters ask about
     */
    record Wish(GallerySource source, Criterion criterion, GalleryFilter filter, ImageOrder order, int selectedRank) {}

    /**
     * Some passes over all images.
     *
     * @param whole whether what does not depend on the filter is wanted too
     */
    static Sorted of(Wish wish, boolean whole) {
        GallerySource source = wish.source();
        Criterion criterion = wish.criterion();
        List<FilterChip> chips = FilterChip.of(wish.filter(), source);
        Grouping grouping = Grouping.of(source, criterion, wish.filter(), wish.selectedRank());
        return new Sorted(
                grouping.ordered(wish.order(), source),
                chips,
                grouping.shown() == 0 ? Remedy.of(source, criterion, chips, wish.selectedRank()) : Optional.empty(),
                whole ? Optional.of(Summary.of(source, criterion)) : Optional.empty(),
                whole ? Optional.of(new CostClassTable(source, criterion)) : Optional.empty());
    }
}
