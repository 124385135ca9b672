package dev.sdpoint.engine.study;

import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Three instances, full resolution first, that cost 100, 40 and 70 operations. */
final class Small {
    static final Instance CHEAP = Instance.of(1, 0.5);
    static final Instance MIDDLE = Instance.of(2, 0.5);
    static final List<Instance> INSTANCES = List.of(Instance.FULL, CHEAP, MIDDLE);
    static final List<InstanceCost> COSTS = List.of(
            new InstanceCost(Instance.FULL, 100, 1),
            new InstanceCost(CHEAP, 40, 0.4),
            new InstanceCost(MIDDLE, 70, 0.7));

    private Small() {}

    /** One row a instance; {@code +0.8} is a right answer of probability 0.8, {@code −0.8} a wrong one. */
    static Confidences confidences(double[]... rows) {
        int images = rows[0].length;
        float[] top = new float[rows.length * images];
        boolean[] right = new boolean[top.length];
        for (int i = 0; i < top.length; i++) {
            double answer = rows[i / images][i % images];
            top[i] = (float) Math.abs(answer);
            right[i] = answer > 0;
        }
        return new Confidences(INSTANCES, images, top, right);
    }

    /** One row an instance of ranks of the true class; the probabilities are 0.5. */
    static Outcomes outcomes(int[]... ranks) {
        int images = ranks[0].length;
        short[] cells = new short[ranks.length * images];
        float[] probability = new float[cells.length];
        Arrays.fill(probability, 0.5f);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (short) ranks[i / images][i % images];
        }
        return new Outcomes(INSTANCES, images, new short[cells.length], probability, cells);
    }

    static Sweep sweep(Outcomes outcomes) {
        return Sweep.of(outcomes, COSTS, new double[] {Double.NaN, Double.NaN, Double.NaN});
    }

    static InstanceScore score(Instance instance, long flops, double error) {
        return new InstanceScore(instance, flops, flops / 100.0, error, error / 2, 1, Double.NaN);
    }

    /** Random answers; dearer instances are right more often, and surer. */
    static Confidences random(long seed, int images) {
        Random random = new Random(seed);
        double[][] rows = new double[3][images];
        double[] skill = {0.85, 0.6, 0.75};
        for (int i = 0; i < 3; i++) {
            for (int image = 0; image < images; image++) {
                boolean right = random.nextDouble() < skill[i];
                double sure = 0.1 + 0.9 * random.nextDouble() * (right ? 1 : 0.7);
                rows[i][image] = right ? sure : -sure;
            }
        }
        return confidences(rows);
    }

    static List<Double> errors(List<CostPoint> points) {
        List<Double> errors = new ArrayList<>();
        points.forEach(p -> errors.add(p.error()));
        return errors;
    }
}
