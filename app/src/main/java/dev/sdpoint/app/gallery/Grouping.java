package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The images that pass a filter, grouped by the cheapest instance that is right: cheapest group first, "never" last, groups
 * without images left out.
 *
 * @param groups never empty ones, in order
 * @param shown images in all groups together
 * @param all images before filtering
 * @param withoutImages instances that are the cheapest right one of no image shown
 */
record Grouping(List<Group> groups, int shown, int all, int withoutImages) {
    /** Nothing to show. */
    static final Grouping EMPTY = new Grouping(List.of(), 0, 0, 0);

    Grouping {
        groups = List.copyOf(groups);
    }

    /**
     * Images of one least cost.
     *
     * @param rank of the cheapest right instance, or {@link MinimumCost#NEVER}
     * @param images ascending; not copied, not to be written to
     */
    record Group(int rank, int[] images) {
        boolean never() {
            return rank == MinimumCost.NEVER;
        }

        int size() {
            return images.length;
        }

        /** Place of an image in the group; negative if it is not there. */
        int indexOf(int image) {
            return Arrays.binarySearch(images, image);
        }
    }

    /**
     * Groups the images that pass a filter; two passes over all images.
     *
     * @param selectedRank rank of the selected instance, which some filters ask about
     */
    static Grouping of(GallerySource source, Criterion criterion, GalleryFilter filter, int selectedRank) {
        MinimumCost costs = source.minimumCost(criterion);
        int never = source.order().size();
        IntPredicate passes = filter.on(source, criterion, selectedRank);
        int[] bucketOf = new int[source.size()];
        int[] counts = new int[never + 1];
        int shown = 0;
        for (int image = 0; image < bucketOf.length; image++) {
            bucketOf[image] = -1;
            if (passes.test(image)) {
                int rank = costs.rank(image);
                bucketOf[image] = rank == MinimumCost.NEVER ? never : rank;
                counts[bucketOf[image]]++;
                shown++;
            }
        }
        int[][] images = new int[never + 1][];
        Arrays.setAll(images, bucket -> new int[counts[bucket]]);
        int[] filled = new int[never + 1];
        for (int image = 0; image < bucketOf.length; image++) {
            int bucket = bucketOf[image];
            if (bucket >= 0) {
                images[bucket][filled[bucket]++] = image;
            }
        }
        List<Group> groups = new ArrayList<>();
        int withoutImages = 0;
        for (int bucket = 0; bucket <= never; bucket++) {
            if (counts[bucket] > 0) {
                groups.add(new Group(bucket == never ? MinimumCost.NEVER : bucket, images[bucket]));
            } else if (bucket < never) {
                withoutImages++;
            }
        }
        return new Grouping(groups, shown, source.size(), withoutImages);
    }

    /** Share of the images shown that are in a group, 0 … 1. */
    double share(Group group) {
        return (double) group.size() / shown;
    }
}
