package dev.sdpoint.measurement;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether two programs that are compared compute the same: else the ratio of their times means nothing. */
public final class Answers {
    /** Between probabilities for the same weights. */
    public static final double TOLERANCE = 1e-4;

    private Answers() {}

    /**
     * @param who the other program, for the message
     * @throws IllegalStateException if a value differs by more than the tolerance, or one is no number
     */
    public static void requireAlike(String who, float[] ours, float[] theirs, double tolerance) {
        if (ours.length != theirs.length) {
            throw new IllegalStateException(who + " has " + theirs.length + " answers, not " + ours.length);
        }
        double worst = difference(ours, theirs);
        if (!(worst <= tolerance)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s: answers differ from ours by up to %.2g, more than %.2g. Nothing is timed: it would compare unequal work",
                    who,
                    worst,
                    tolerance));
        }
    }

    /** The largest difference; NaN if anything is no number. */
    public static double difference(float[] ours, float[] theirs) {
        double worst = 0;
        for (int i = 0; i < ours.length; i++) {
            worst = Math.max(worst, Math.abs((double) ours[i] - theirs[i]));
        }
        return worst;
    }

    /** Statistics of instances from one batch. */
    public static StatisticsBank calibrated(ExecutableNetwork network, Batch batch, List<Instance> instances) {
        Map<Instance, Map<String, ChannelStatistics>> found = new HashMap<>();
        network.batchStatistics(batch.images(), batch.size(), instances, found::put);
        Map<String, ChannelStatistics> full = found.remove(Instance.FULL);
        return new StatisticsBank(full == null ? Map.of() : full, found);
    }

    /** The running averages of training, for all instances alike. */
    public static StatisticsBank runningAverages(NetworkPlan plan, NamedWeights weights, List<Instance> instances) {
        Map<String, ChannelStatistics> full = new HashMap<>();
        for (LayerSpec layer : plan.layers()) {
            if (layer instanceof LayerSpec.BatchNorm n) {
                float[] mean = weights.get(n.name() + "/runningMean", n.outChannels());
                full.put(
                        n.name(),
                        new ChannelStatistics(mean, weights.get(n.name() + "/runningVariance", n.outChannels())));
            }
        }
        Map<Instance, Map<String, ChannelStatistics>> nothingOfTheirOwn = new HashMap<>();
        instances.forEach(instance -> nothingOfTheirOwn.put(instance, Map.of()));
        return new StatisticsBank(full, nothingOfTheirOwn);
    }
}
