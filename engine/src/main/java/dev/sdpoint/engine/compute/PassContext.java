package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the layers of one graph must know of the pass under way. DL4J's layer interface has no room for arguments, so {@link
 * GraphNetwork} enters a pass with the caller's instance and leaves it at the end: nothing is inherited by the next caller.
 * One thread at a time.
 */
final class PassContext {
    private Instance instance = Instance.FULL;
    private @Nullable StatisticsBank bank;
    private @Nullable Map<String, ChannelStatistics> recorded;
    private OptionalLong chance = OptionalLong.empty();

    /**
     * A pass of training with the batch's own statistics.
     *
     * @param passChance seed of what dropout and stochastic depth drop
     */
    Pass training(Instance passInstance, long passChance) {
        Pass pass = enter(passInstance, null, null);
        chance = OptionalLong.of(passChance);
        return pass;
    }

    /** A pass with the batch's own statistics, which are recorded. */
    Pass recording(Instance passInstance) {
        return enter(passInstance, null, new HashMap<>());
    }

    /** A pass with the statistics of a bank. */
    Pass inference(Instance passInstance, StatisticsBank statistics) {
        return enter(passInstance, statistics, null);
    }

    private Pass enter(
            Instance passInstance,
            @Nullable StatisticsBank statistics,
            @Nullable Map<String, ChannelStatistics> record) {
        Pass pass = new Pass(instance, bank, recorded, chance);
        chance = OptionalLong.empty();
        instance = passInstance;
        bank = statistics;
        recorded = record;
        return pass;
    }

    Instance instance() {
        return instance;
    }

    /** Seed of what this pass drops at random; empty in all passes but those of training. */
    OptionalLong chance() {
        return chance;
    }

    /** Whether layers normalise by the batch's own statistics. */
    boolean usesBatchStatistics() {
        return bank == null;
    }

    /** Statistics of a layer under the instance of this pass. */
    ChannelStatistics statistics(String layer) {
        if (bank == null) {
            throw new IllegalStateException("this pass has no statistics bank");
        }
        return bank.of(instance, layer)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the model has no statistics of " + layer + " for " + instance.label()));
    }

    /** Notes the batch statistics of a layer, if this pass records. */
    void record(String layer, double[] mean, double[] variance, long count) {
        if (recorded == null) {
            return;
        }
        float[] means = new float[mean.length];
        float[] variances = new float[mean.length];
        double unbiased = count > 1 ? count / (count - 1.0) : 1;
        for (int k = 0; k < mean.length; k++) {
            means[k] = (float) mean[k];
            variances[k] = (float) (variance[k] * unbiased);
        }
        recorded.put(layer, new ChannelStatistics(means, variances));
    }

    /** Closing it restores what was before. */
    final class Pass implements AutoCloseable {
        private final Instance previousInstance;
        private final @Nullable StatisticsBank previousBank;
        private final @Nullable Map<String, ChannelStatistics> previousRecord;
        private final OptionalLong previousChance;

        private Pass(
                Instance previousInstance,
                @Nullable StatisticsBank previousBank,
                @Nullable Map<String, ChannelStatistics> previousRecord,
                OptionalLong previousChance) {
            this.previousInstance = previousInstance;
            this.previousBank = previousBank;
            this.previousRecord = previousRecord;
            this.previousChance = previousChance;
        }

        /** What this pass recorded. */
        Map<String, ChannelStatistics> recorded() {
            Map<String, ChannelStatistics> all = recorded;
            return all == null ? Map.of() : Map.copyOf(all);
        }

        @Override
        public void close() {
            instance = previousInstance;
            bank = previousBank;
            recorded = previousRecord;
            chance = previousChance;
        }
    }
}
