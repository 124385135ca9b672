package dev.sdpoint.engine.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Per image the cheapest instance that classifies it rightly, or never (paper §4.3). It is an oracle: always choosing the
 * cheapest right instance needs to know the answer. Immutable.
 */
public final class MinimumCost {
    /** Stands for "no instance is right". */
    public static final int NEVER = -1;

    private final int[] cheapest;
    private final boolean[] nonMonotone;
    private final List<InstanceScore> order;

    /**
     * @param sweep costs of the instances of {@code outcomes}, in the same order
     * @param top 1 for top-1, 5 for top-5
     */
    public MinimumCost(Sweep sweep, Outcomes outcomes, int top) {
        List<InstanceScore> scores = sweep.scores();
        if (scores.size() != outcomes.instances().size()) {
            throw new IllegalArgumentException("the sweep has " + scores.size() + " instances, the outcomes "
                    + outcomes.instances().size());
        }
        int[] byCost = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> scores.get(i).flops())
                        .thenComparingInt(i -> scores.get(i).instance().point()))
                .mapToInt(Integer::intValue)
                .toArray();
        order = Arrays.stream(byCost).mapToObj(scores::get).toList();
        cheapest = new int[outcomes.images()];
        nonMonotone = new boolean[outcomes.images()];
        for (int image = 0; image < cheapest.length; image++) {
            classify(outcomes, image, byCost, top);
        }
    }

    private void classify(Outcomes outcomes, int image, int[] byCost, int top) {
        cheapest[image] = NEVER;
        for (int rank = 0; rank < byCost.length; rank++) {
            boolean right = outcomes.right(image, byCost[rank], top);
            if (right && cheapest[image] == NEVER) {
                cheapest[image] = rank;
            } else if (!right && cheapest[image] != NEVER) {
                nonMonotone[image] |=
                        order.get(rank).flops() > order.get(cheapest[image]).flops();
            }
        }
    }

    /** All instances from the cheapest to the dearest; ranks below are positions here. */
    public List<InstanceScore> order() {
        return order;
    }

    /** Rank of the cheapest right instance of an image, or {@link #NEVER}. */
    public int rank(int image) {
        return cheapest[image];
    }

    /** Whether an image is right at some cost and wrong at a higher one. */
    public boolean nonMonotone(int image) {
        return nonMonotone[image];
    }

    /** Images whose cheapest right instance has this rank (or {@link #NEVER}), in ascending order. */
    public int[] images(int rank) {
        return IntStream.range(0, cheapest.length)
                .filter(i -> cheapest[i] == rank)
                .toArray();
    }

    /** Number of images. */
    public int size() {
        return cheapest.length;
    }

    /** Share of images that no instance gets right: the error of the oracle. */
    public double oracleError() {
        return (double) Arrays.stream(cheapest).filter(r -> r == NEVER).count() / cheapest.length;
    }
}
