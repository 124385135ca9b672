package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;

/** Networks small enough to compute by loops, batches of noise, and weights that are neither zero nor one. */
final class TinyNetworks {
    static final WideResNet SPEC = new WideResNet(10, 1, 4, 16);
    static final InstanceSpace SPACE = InstanceSpace.of(SPEC.points(), InstanceSpace.PAPER_RATIOS);
    static final List<Instance> INSTANCES = SPACE.instances();
    static final GraphOptions PORTABLE = new GraphOptions(DataType.FLOAT, true, true);
    static final GraphOptions EXACT = new GraphOptions(DataType.DOUBLE, true, true);

    private TinyNetworks() {}

    static GraphNetwork network(GraphOptions options) {
        return network(options, 0, 0);
    }

    static GraphNetwork network(GraphOptions options, double momentum, double weightDecay) {
        return new GraphNetwork(SPEC, optimization(momentum, weightDecay), weights(7), options);
    }

    static Optimization optimization(double momentum, double weightDecay) {
        return new Optimization(1, 2, 1, new Schedule.WarmupCosine(0), momentum, weightDecay);
    }

    static NamedWeights weights(long seed) {
        return weights(SPEC, seed);
    }

    /** Initial weights, with scales, shifts and biases moved off their initial 1 and 0. */
    static NamedWeights weights(NetworkSpec spec, long seed) {
        Random random = new Random(seed);
        Map<String, float[]> moved =
                new TreeMap<>(Parameters.initial(spec.plan(), seed).arrays());
        moved.replaceAll((name, values) -> {
            boolean move = name.endsWith("/scale") || name.endsWith("/shift") || name.endsWith("/bias");
            float[] copy = values.clone();
            for (int i = 0; move && i < copy.length; i++) {
                copy[i] += (float) (0.3 * random.nextGaussian());
            }
            return copy;
        });
        return new NamedWeights(moved);
    }

    static Batch batch(int count, long seed) {
        return batch(SPEC, count, seed);
    }

    /** Noise; a label is as likely as any other. */
    static Batch batch(NetworkSpec spec, int count, long seed) {
        Random random = new Random(seed);
        float[] images = new float[count * spec.side() * spec.side() * 3];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return new Batch(images, random.ints(count, 0, spec.classes()).toArray(), spec.side());
    }

    static StatisticsBank bank(ExecutableNetwork network) {
        return bank(network, INSTANCES);
    }

    /** Statistics of instances, full resolution among them, from one batch. */
    static StatisticsBank bank(ExecutableNetwork network, List<Instance> instances) {
        Map<Instance, Map<String, ChannelStatistics>> found = new LinkedHashMap<>();
        Batch batch = batch(network.spec(), 8, 99);
        network.batchStatistics(batch.images(), 8, instances, found::put);
        Map<String, ChannelStatistics> full = found.getOrDefault(Instance.FULL, Map.of());
        found.remove(Instance.FULL);
        return new StatisticsBank(full, found);
    }
}
