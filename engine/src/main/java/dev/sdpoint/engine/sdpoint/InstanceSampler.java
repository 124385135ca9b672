package dev.sdpoint.engine.sdpoint;

import java.util.List;

/**
 * Draws the instance of every training iteration (paper §3.2): the point uniform over {@code {none, 1 … N}}, then the ratio
 * uniform over the set, so that full resolution comes with probability 1/(N+1). The draw of an iteration is a pure function
 * of the seed and the iteration; there is no state to save. Thread-safe.
 */
public final class InstanceSampler {
    private static final long STREAM = 1;
    private final InstanceSpace space;
    private final List<Instance> instances;
    private final long seed;

    public InstanceSampler(InstanceSpace space, long seed) {
        this.space = space;
        this.instances = space.instances();
        this.seed = seed;
    }

    /**
     * The instance for the whole mini-batch of an iteration.
     *
     * @param iteration 0-based, over all epochs
     */
    public Instance draw(long iteration) {
        SplitMix64 random = SplitMix64.at(seed, STREAM, iteration);
        int point = random.nextRemainder(space.points() + 1);
        if (point == 0) {
            return Instance.FULL;
        }
        int ratio = random.nextRemainder(space.ratios().size());
        return instances.get(1 + (point - 1) * space.ratios().size() + ratio);
    }

    /** Probability with which an instance is drawn. */
    public double probability(Instance instance) {
        double point = 1.0 / (space.points() + 1);
        return instance instanceof Instance.FullResolution
                ? point
                : point / space.ratios().size();
    }
}
