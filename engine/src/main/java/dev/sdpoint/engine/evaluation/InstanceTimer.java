package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.List;

/** Measures how long whole forward passes take under each instance: one batch, the best of several rounds, instances in turn. */
final class InstanceTimer {
    private static final int TIMED_ROUNDS = 3;

    private InstanceTimer() {}

    /**
     * Runs one round to warm up and three that count.
     *
     * @param images {@code [image][row][column][channel]}, normalised
     * @param progress hears the share of passes done before each of them
     * @return milliseconds per image, in the order of the instances
     * @throws InterruptedException if the progress says so, or the thread is interrupted
     */
    static double[] millisPerImage(
            ExecutableNetwork network,
            StatisticsBank bank,
            List<Instance> instances,
            float[] images,
            int count,
            Progress progress)
            throws InterruptedException {
        double[] best = new double[instances.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        int passes = (1 + TIMED_ROUNDS) * best.length;
        for (int pass = 0; pass < passes; pass++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("timing was interrupted");
            }
            progress.report((double) pass / passes);
            int i = pass % best.length;
            long start = System.nanoTime();
            network.probabilities(images, count, instances.get(i), bank);
            double millis = (System.nanoTime() - start) / 1e6 / count;
            best[i] = pass < best.length ? best[i] : Math.min(best[i], millis);
        }
        return best;
    }
}
