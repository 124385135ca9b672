package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.List;

/** A uniformly drawn instance for each image: what {@link AutoBudget} is compared with. Same seed, same instances. */
public final class RandomInstance implements BudgetStrategy {
    private final List<InstanceScore> offers;
    private final SplitMix64 random;
    private int current;

    /**
     * @param offers what to draw from, at least one
     * @param seed of the drawing
     */
    public RandomInstance(List<InstanceScore> offers, long seed) {
        this.offers = List.copyOf(offers);
        random = new SplitMix64(seed);
        current = random.nextInt(offers.size());
    }

    @Override
    public InstanceScore next() {
        return offers.get(current);
    }

    @Override
    public void observe(FrameReading reading) {
        current = random.nextInt(offers.size());
    }
}
