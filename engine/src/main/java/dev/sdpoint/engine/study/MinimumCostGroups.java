package dev.sdpoint.engine.study;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images grouped by the cheapest instance that gets them right (paper §4.3).
 *
 * @param images how many images
 * @param groups from the cheapest instance to the dearest, those without images included, and last the images that no instance
 *     gets right
 */
public record MinimumCostGroups(int images, List<Group> groups) {
    public MinimumCostGroups {
        groups = List.copyOf(groups);
    }

    /**
     * Images of one minimum cost.
     *
     * @param score the instance; empty for "never"
     * @param images how many
     * @param share of all images, 0 … 1
     * @param nonMonotone how many of them some dearer instance gets wrong again
     * @param solved share of all images that are right at this cost or below, 0 … 1; for "never" that of all other groups
     */
    public record Group(Optional<InstanceScore> score, int images, double share, int nonMonotone, double solved) {}

    /** Counts the groups. */
    public static MinimumCostGroups of(MinimumCost costs) {
        int images = costs.size();
        List<InstanceScore> order = costs.order();
        int[] counts = new int[order.size()];
        int[] nonMonotone = new int[order.size()];
        int never = 0;
        for (int image = 0; image < images; image++) {
            int rank = costs.rank(image);
            if (rank == MinimumCost.NEVER) {
                never++;
            } else {
                counts[rank]++;
                nonMonotone[rank] += costs.nonMonotone(image) ? 1 : 0;
            }
        }
        List<Group> groups = new ArrayList<>();
        int solved = 0;
        for (int rank = 0; rank < counts.length; rank++) {
            solved += counts[rank];
            groups.add(new Group(
                    Optional.of(order.get(rank)),
                    counts[rank],
                    (double) counts[rank] / images,
                    nonMonotone[rank],
                    (double) solved / images));
        }
        groups.add(new Group(Optional.empty(), never, (double) never / images, 0, (double) solved / images));
        return new MinimumCostGroups(images, groups);
    }

    /** Share of images that are right at some cost and wrong at a higher one. */
    public double nonMonotoneShare() {
        return (double) groups.stream().mapToInt(Group::nonMonotone).sum() / images;
    }
}
