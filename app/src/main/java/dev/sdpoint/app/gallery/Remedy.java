package dev.sdpoint.app.gallery;

import java.util.List;
import java.util.Optional;

/**
 * What to do about a filter that shows nothing: the one restriction to take away.
 *
 * @param chip the restriction without which most images are shown
 * @param shown images without it, 1 or more
 */
record Remedy(FilterChip chip, int shown) {
    /** What there is to say if no single restriction is to blame. */
    static final String ALL_HIDDEN = "Every validation image is hidden by the filters.";

    /**
     * Tries every restriction; a pass over all images for each.
     *
     * @param chips of the filter
     * @param selectedRank as in {@link Grouping#of}
     * @return empty if the filter has one restriction at most, or nothing is shown without any single one
     */
    static Optional<Remedy> of(GallerySource source, Criterion criterion, List<FilterChip> chips, int selectedRank) {
        if (chips.size() < 2) {
            return Optional.empty();
        }
        Remedy best = null;
        for (FilterChip chip : chips) {
            int shown =
                    Grouping.of(source, criterion, chip.without(), selectedRank).shown();
            if (shown > (best == null ? 0 : best.shown)) {
                best = new Remedy(chip, shown);
            }
        }
        return Optional.ofNullable(best);
    }

    String sentence() {
        return ALL_HIDDEN + " Without " + chip.text() + " there would be " + Figures.images(shown) + ".";
    }

    String action() {
        return "Remove " + chip.text();
    }

    GalleryFilter filter() {
        return chip.without();
    }
}
