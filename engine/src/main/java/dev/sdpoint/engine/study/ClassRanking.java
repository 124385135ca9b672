package dev.sdpoint.engine.study;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What an instance gives up, class by class: accuracy lost against the full network per operation saved, the dearest class
 * first.
 *
 * @param instance the instance
 * @param savedFlops what an image costs less than with the full network
 * @param rows a row per class that has images, most lost first
 */
public record ClassRanking(Instance instance, long savedFlops, List<Row> rows) {
    public ClassRanking {
        rows = List.copyOf(rows);
    }

    /**
     * A class.
     *
     * @param classIndex position of the class
     * @param images how many images of it
     * @param fullAccuracy share that the full network gets right, 0 … 1
     * @param accuracy share that the instance gets right, 0 … 1
     * @param margin half the width of the 95 % interval of the difference; both saw the same images (McNemar)
     * @param lostPerGigaflop accuracy lost, 0 … 1, per 10⁹ operations saved; below 0 the instance is better
     */
    public record Row(
            int classIndex, int images, double fullAccuracy, double accuracy, double margin, double lostPerGigaflop) {
        /** Accuracy of the full network less that of the instance. */
        public double lost() {
            return fullAccuracy - accuracy;
        }
    }

    /**
     * Ranks the classes of an instance.
     *
     * @param sweep costs of the instances of {@code outcomes}
     * @param labels class of every image
     * @param classes how many classes there are
     * @param instance one that costs less than the full network
     * @throws IllegalArgumentException if it saves nothing
     */
    public static ClassRanking of(
            Sweep sweep, Outcomes outcomes, IntUnaryOperator labels, int classes, Instance instance) {
        InstanceScore score = sweep.of(instance);
        long saved = sweep.of(Instance.FULL).flops() - score.flops();
        if (saved <= 0) {
            throw new IllegalArgumentException(
                    instance.label() + " saves nothing against the full network. Choose a cheaper instance.");
        }
        int full = outcomes.instances().indexOf(Instance.FULL);
        int chosen = outcomes.instances().indexOf(instance);
        int[] images = new int[classes];
        int[] fullRight = new int[classes];
        int[] right = new int[classes];
        int[] different = new int[classes];
        for (int image = 0; image < outcomes.images(); image++) {
            int label = labels.applyAsInt(image);
            boolean before = outcomes.right(image, full, 1);
            boolean now = outcomes.right(image, chosen, 1);
            images[label]++;
            fullRight[label] += before ? 1 : 0;
            right[label] += now ? 1 : 0;
            different[label] += before == now ? 0 : 1;
        }
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            if (images[c] > 0) {
                double n = images[c];
                double lost = (fullRight[c] - right[c]) / n;
                rows.add(new Row(
                        c,
                        images[c],
                        fullRight[c] / n,
                        right[c] / n,
                        1.96 * Math.sqrt(Math.max(0, different[c] / n - lost * lost) / n),
                        lost / (saved / 1e9)));
            }
        }
        rows.sort(Comparator.comparingDouble(Row::lostPerGigaflop).reversed().thenComparingInt(Row::classIndex));
        return new ClassRanking(instance, saved, rows);
    }
}
