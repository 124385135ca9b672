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
    private State state = new State(Instance.FULL, null, null, OptionalLong.empty());
    private long weightsVersion;

    /**
     * What a pass is.
     *
     * @param instance under which it runs
     * @param bank statistics to normalise by; null for the batch's own
     * @param recorded where the batch's statistics are noted; null for nowhere
     * @param chance seed of what dropout and stochastic depth drop; empty where nothing is dropped
     */
    private record State(
            Instance instance,
            @Nullable StatisticsBank bank,
            @Nullable Map<String, ChannelStatistics> recorded,
            OptionalLong chance) {}

    /**
     * A pass of training with the batch's own statistics.
     *
     * @param passChance seed of what dropout and stochastic depth drop
     */
    Pass training(Instance passInstance, long passChance) {
        return enter(new State(passInstance, null, null, OptionalLong.of(passChance)));
    }

    /** A pass with the batch's own statistics, which are recorded. */
    Pass recording(Instance passInstance) {
        return enter(new State(passInstance, null, new HashMap<>(), OptionalLong.empty()));
    }

    /** A pass with the statistics of a bank. */
    Pass inference(Instance passInstance, StatisticsBank statistics) {
        return enter(new State(passInstance, statistics, null, OptionalLong.empty()));
    }

    private Pass enter(State next) {
        Pass pass = new Pass(state);
        state = next;
        return pass;
    }

    Instance instance() {
        return state.instance();
    }

    /** Seed of what this pass drops at random; empty in all passes but those of training. */
    OptionalLong chance() {
        return state.chance();
    }

    /** Grows with every change of the weights, so that what a layer has made of them can be kept meanwhile. */
    long weightsVersion() {
        return weightsVersion;
    }

    /** To be called whenever weights may have changed. */
    void weightsChanged() {
        weightsVersion++;
    }

    /** Whether layers normalise by the batch's own statistics. */
    boolean usesBatchStatistics() {
        return state.bank() == null;
    }

    /** Statistics of a layer under the instance of this pass. */
    ChannelStatistics statistics(String layer) {
        StatisticsBank bank = state.bank();
        if (bank == null) {
            throw new IllegalStateException("this pass has no statistics bank");
        }
        return bank.of(state.instance(), layer)
                .orElseThrow(() -> new IllegalArgumentException("the model has no statistics of " + layer + " for "
                        + state.instance().label()));
    }

    /**
     * Notes the batch statistics of a layer, if this pass records.
     *
     * @param variances biased
     * @param count of values of a channel
     */
    void record(String layer, float[] means, float[] variances, long count) {
        Map<String, ChannelStatistics> recorded = state.recorded();
        if (recorded == null) {
            return;
        }
        float[] unbiased = new float[variances.length];
        double factor = count > 1 ? count / (count - 1.0) : 1;
        for (int k = 0; k < unbiased.length; k++) {
            unbiased[k] = (float) (variances[k] * factor);
        }
        recorded.put(layer, new ChannelStatistics(means, unbiased));
    }

    /** Closing it restores what was before. */
    final class Pass implements AutoCloseable {
        private final State previous;

        private Pass(State previous) {
            this.previous = previous;
        }

        /** What this pass recorded. */
        Map<String, ChannelStatistics> recorded() {
            Map<String, ChannelStatistics> all = state.recorded();
            return all == null ? Map.of() : Map.copyOf(all);
        }

        @Override
        public void close() {
            state = previous;
        }
    }
}
