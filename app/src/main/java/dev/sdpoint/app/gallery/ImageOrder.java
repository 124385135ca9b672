package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Arrays;

/** In which order images stand within their group. */
enum ImageOrder {
    INDEX,
    MARGIN,
    CLASS;

    private static final Texts TEXTS = Texts.of(ImageOrder.class);

    String title() {
        return switch (this) {
            case INDEX -> TEXTS.get("order.index");
            case MARGIN -> TEXTS.get("order.margin");
            case CLASS -> TEXTS.get("order.class");
        };
    }

    String hint() {
        return switch (this) {
            case INDEX -> TEXTS.get("order.index.hint");
            case MARGIN -> TEXTS.get("order.margin.hint");
            case CLASS -> TEXTS.get("order.class.hint");
        };
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
