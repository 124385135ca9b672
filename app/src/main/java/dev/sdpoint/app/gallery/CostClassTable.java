package dev.sdpoint.app.gallery;

import dev.sdpoint.engine.evaluation.MinimumCost;

/**
 * How many images of each class have each least cost: one row a class, one column an instance from the cheapest to the
 * dearest, and "never" as the last. Columns of zeros are left out. All images count, whatever is filtered.
 */
final class CostClassTable {
    private final int[][] counts;
    private final int[] ranks;
    private final int largest;

    CostClassTable(GallerySource source, Criterion criterion) {
        MinimumCost costs = source.minimumCost(criterion);
        int never = source.order().size();
        int[][] all = new int[source.classNames().size()][never + 1];
        int[] column = new int[never + 1];
        for (int image = 0; image < source.size(); image++) {
            int rank = costs.rank(image) == MinimumCost.NEVER ? never : costs.rank(image);
            all[source.label(image)][rank]++;
            column[rank]++;
        }
        int used = 0;
        for (int total : column) {
            used += total > 0 ? 1 : 0;
        }
        ranks = new int[used];
        counts = new int[all.length][used];
        int to = 0;
        int most = 0;
        for (int rank = 0; rank <= never; rank++) {
            if (column[rank] > 0) {
                ranks[to] = rank == never ? MinimumCost.NEVER : rank;
                for (int c = 0; c < all.length; c++) {
                    counts[c][to] = all[c][rank];
                    most = Math.max(most, all[c][rank]);
                }
                to++;
            }
        }
        largest = most;
    }

    /** Rows. */
    int classes() {
        return counts.length;
    }

    /** Columns that have images. */
    int columns() {
        return ranks.length;
    }

    /** Rank of a column's instance, or {@link MinimumCost#NEVER}. */
    int rank(int column) {
        return ranks[column];
    }

    int count(int classIndex, int column) {
        return counts[classIndex][column];
    }

    /** The largest count of all cells. */
    int largest() {
        return largest;
    }
}
