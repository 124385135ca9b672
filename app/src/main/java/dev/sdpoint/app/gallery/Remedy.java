package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a filter that shows nothing: the one restriction to take away.
 *
 * @param chip the restriction without which most images are shown
 * @param shown images without it, 1 or more
 */
record Remedy(FilterChip chip, int shown) {
    private static final Texts TEXTS = Texts.of(Remedy.class);

    /** What there is to say if no single restriction is to blame. */
    static String allHidden() {
        return TEXTS.get("remedy.all-hidden");
    }

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
        return TEXTS.get("remedy.sentence", chip.text(), Figures.images(shown));
    }

    String action() {
        return TEXTS.get("remedy.remove", chip.text());
    }

    GalleryFilter filter() {
        return chip.without();
    }
}
