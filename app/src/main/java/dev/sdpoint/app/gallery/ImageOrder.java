package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Arrays;

/** In which order images stand within their group. */
enum ImageOrder {
    INDEX("index", "As in the data set"),
    MARGIN(
            "margin",
            "Closest calls first: by the probability that the group's instance gives the true class; of images that are"
                    + " never right, by the highest that any instance gives it"),
    CLASS("class", "By true class, then as in the data set");

    private final String title;
    private final String hint;

    ImageOrder(String title, String hint) {
        this.title = title;
        this.hint = hint;
    }

    String title() {
        return title;
    }

    String hint() {
        return hint;
    }

    /**
     * Images of one group in this order; equals stay as in the data set.
     *
     * @param rank of the cheapest right instance of all of them, or {@link MinimumCost#NEVER}
     * @param ascending the images in ascending order; not changed
     */
    int[] sort(GallerySource source, int rank, int[] ascending) {
        if (this == INDEX) {
            return ascending;
        }
        // The key above, the place below: one sort of longs, whatever the key.
        long[] keyed = new long[ascending.length];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = (long) key(source, rank, ascending[i]) << Integer.SIZE | i;
        }
        Arrays.sort(keyed);
        int[] sorted = new int[keyed.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = ascending[(int) keyed[i]];
        }
        return sorted;
    }

    /** What is least comes first; the bits of a float that is not negative stand in the order of their values. */
    private int key(GallerySource source, int rank, int image) {
        if (this == CLASS) {
            return source.label(image);
        }
        return rank == MinimumCost.NEVER
                ? Float.floatToIntBits(1) - Float.floatToIntBits(source.highestTrueProbability(image))
                : Float.floatToIntBits(source.trueProbability(image, rank));
    }
}
