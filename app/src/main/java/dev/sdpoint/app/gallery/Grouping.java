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
     * @param images in the order in which they are shown; not copied, not to be written to
     * @param ascending the same images in ascending order
     * @param places where each of {@code ascending} stands in {@code images}; empty if they stand in ascending order
     */
    record Group(int rank, int[] images, int[] ascending, int[] places) {
        private static final int[] AS_THEY_ARE = {};

        /** @param images ascending */
        Group(int rank, int[] images) {
            this(rank, images, images, AS_THEY_ARE);
        }

        /** The same images in another order. */
        Group ordered(ImageOrder order, GallerySource source) {
            int[] sorted = order.sort(source, rank, ascending);
            if (Arrays.equals(sorted, ascending)) {
                return new Group(rank, ascending);
            }
            int[] where = new int[sorted.length];
            for (int place = 0; place < sorted.length; place++) {
                where[Arrays.binarySearch(ascending, sorted[place])] = place;
            }
            return new Group(rank, sorted, ascending, where);
        }

        boolean never() {
            return rank == MinimumCost.NEVER;
        }

        int size() {
            return images.length;
        }

        /** Place of an image in the group; negative if it is not there. */
        int indexOf(int image) {
            int at = Arrays.binarySearch(ascending, image);
            return at < 0 || places.length == 0 ? at : places[at];
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

    /** The same groups, the images of each in another order. */
    Grouping ordered(ImageOrder order, GallerySource source) {
        return new Grouping(
                groups.stream().map(group -> group.ordered(order, source)).toList(), shown, all, withoutImages);
    }

    /** Share of the images shown that are in a group, 0 … 1. */
    double share(Group group) {
        return (double) group.size() / shown;
    }
}
