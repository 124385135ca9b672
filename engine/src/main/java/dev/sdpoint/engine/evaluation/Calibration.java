package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instance-specific batch-norm statistics (paper §3.3): training batches run forward in training mode under every instance,
 * and each layer's batch statistics are averaged cumulatively, starting from nothing. Every instance sees the same batches,
 * and no result depends on another instance. A batch whose activations would exceed {@link PassBudget#STANDARD} runs in equal
 * parts, each a batch of its own: as many images are seen, fewer at once.
 *
 * @param batches number of batches, at least 1
 * @param batchSize images a batch, at least 2
 * @param seed of the choice and augmentation of images
 */
public record Calibration(int batches, int batchSize, long seed) {
    /** A variance needs two. */
    private static final int SMALLEST_BATCH = 2;

    public Calibration {
        if (batches < 1 || batchSize < SMALLEST_BATCH) {
            throw new IllegalArgumentException(
                    "calibration needs at least 1 batch of 2 images, not " + batches + " of " + batchSize);
        }
    }

    /**
     * Statistics of all instances.
     *
     * @param progress hears the share done after each batch or part of one and says whether to go on
     * @throws InterruptedException if it says no
     */
    public StatisticsBank calibrate(ExecutableNetwork network, InstanceSpace space, BatchMaker maker, Progress progress)
            throws InterruptedException {
        return calibrate(network, space, maker, progress, PassBudget.STANDARD);
    }

    StatisticsBank calibrate(
            ExecutableNetwork network, InstanceSpace space, BatchMaker maker, Progress progress, PassBudget budget)
            throws InterruptedException {
        List<Instance> instances = space.instances();
        List<Map<String, RunningMean>> sums = new ArrayList<>();
        instances.forEach(instance -> sums.add(new HashMap<>()));
        int images = maker.images().size();
        int size = Math.min(batchSize, images);
        int[] order = EpochOrder.of(images, seed, 0);
        int atOnce = budget.images(network.spec().plan(), SMALLEST_BATCH, size);
        int parts = Math.min((size + atOnce - 1) / atOnce, Math.max(1, size / SMALLEST_BATCH));
        for (int b = 0; b < batches; b++) {
            int from = (int) ((long) b * size % Math.max(1, images - size + 1));
            int[] chosen = Arrays.copyOfRange(order, from, from + size);
            float[] input = maker.make(chosen, seed + b).images();
            int perImage = input.length / size;
            for (int part = 0; part < parts; part++) {
                int first = size * part / parts;
                int end = size * (part + 1) / parts;
                float[] some = parts == 1 ? input : Arrays.copyOfRange(input, first * perImage, end * perImage);
                network.batchStatistics(some, end - first, instances, (instance, layers) -> {
                    Map<String, RunningMean> sum = sums.get(space.indexOf(instance));
                    layers.forEach((layer, statistics) ->
                            sum.computeIfAbsent(layer, l -> new RunningMean()).add(statistics));
                });
                progress.report((b + (part + 1.0) / parts) / batches);
            }
        }
        Map<Instance, Map<String, ChannelStatistics>> own = new LinkedHashMap<>();
        for (Instance instance : instances.subList(1, instances.size())) {
            own.put(instance, finish(sums.get(space.indexOf(instance))));
        }
        return new StatisticsBank(finish(sums.get(space.indexOf(Instance.FULL))), own);
    }

    private static Map<String, ChannelStatistics> finish(Map<String, RunningMean> layers) {
        Map<String, ChannelStatistics> finished = new HashMap<>();
        layers.forEach((layer, mean) -> finished.put(layer, mean.result()));
        return finished;
    }

    /** Cumulative average of batch statistics. */
    private static final class RunningMean {
        private double[] mean = new double[0];
        private double[] variance = new double[0];
        private int count;

        void add(ChannelStatistics batch) {
            float[] means = batch.mean();
            float[] variances = batch.variance();
            if (count == 0) {
                mean = new double[means.length];
                variance = new double[means.length];
            }
            count++;
            for (int k = 0; k < mean.length; k++) {
                mean[k] += (means[k] - mean[k]) / count;
                variance[k] += (variances[k] - variance[k]) / count;
            }
        }

        ChannelStatistics result() {
            float[] means = new float[mean.length];
            float[] variances = new float[mean.length];
            for (int k = 0; k < mean.length; k++) {
                means[k] = (float) mean[k];
                variances[k] = (float) variance[k];
            }
            return new ChannelStatistics(means, variances);
        }
    }
}
