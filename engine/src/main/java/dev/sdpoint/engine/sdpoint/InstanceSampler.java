package dev.sdpoint.engine.sdpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws the instance of every training iteration (paper §3.2): a slot, uniform over all slots, then an instance, uniform over
 * those of the slot. The draw of an iteration is a pure function of the seed and the iteration; there is no state to save.
 * Thread-safe.
 */
public final class InstanceSampler {
    private static final long STREAM = 1;
    private final List<List<Instance>> slots;
    private final long seed;

    private InstanceSampler(List<List<Instance>> slots, long seed) {
        this.slots = slots;
        this.seed = seed;
    }

    /**
     * The paper's drawing: a slot for "none" and one per point, so that full resolution comes with probability 1/(N+1).
     */
    public static InstanceSampler paper(InstanceSpace space, long seed) {
        List<List<Instance>> slots = new ArrayList<>(List.of(List.of(Instance.FULL)));
        for (int point = 1; point <= space.points(); point++) {
            List<Instance> here = at(space, point);
            if (!here.isEmpty()) {
                slots.add(here);
            }
        }
        return new InstanceSampler(List.copyOf(slots), seed);
    }

    /**
     * The drawing of the authors' published code: it numbers "none" −1, the blocks 0 … B−1 and the stem B, and an {@code
     * and/or} expression turns a draw of 0 into "none" (method §2). See {@link Drawing#DEFECTS}.
     *
     * @param stem whether point 1 is an ImageNet stem, which that code numbers last
     * @param blocksSet whether that code gives the blocks ratios at all; if not, drawing one downsamples nothing
     */
    public static InstanceSampler officialCode(InstanceSpace space, boolean stem, boolean blocksSet, long seed) {
        List<List<Instance>> slots = new ArrayList<>(List.of(List.of(Instance.FULL)));
        int firstBlock = stem ? 2 : 1;
        for (int point = firstBlock; point <= space.points(); point++) {
            List<Instance> here = at(space, point);
            boolean nothing = point == firstBlock || !blocksSet || here.isEmpty();
            slots.add(nothing ? List.of(Instance.FULL) : here);
        }
        if (stem) {
            List<Instance> here = at(space, 1);
            slots.add(here.isEmpty() ? List.of(Instance.FULL) : here);
        }
        return new InstanceSampler(List.copyOf(slots), seed);
    }

    /** Every instance of the space alike: the multiscale baseline draws the image's side so (method §6). */
    public static InstanceSampler uniform(InstanceSpace space, long seed) {
        return new InstanceSampler(space.instances().stream().map(List::of).toList(), seed);
    }

    /** Full resolution in every iteration. */
    public static InstanceSampler full() {
        return new InstanceSampler(List.of(List.of(Instance.FULL)), 0);
    }

    private static List<Instance> at(InstanceSpace space, int point) {
        return space.instances().stream().filter(i -> i.downsamplesAt(point)).toList();
    }

    /**
     * The instance for the whole mini-batch of an iteration.
     *
     * @param iteration 0-based, over all epochs
     */
    public Instance draw(long iteration) {
        SplitMix64 random = SplitMix64.at(seed, STREAM, iteration);
        List<Instance> slot = slots.get(random.nextRemainder(slots.size()));
        return slot.get(slot.size() == 1 ? 0 : random.nextRemainder(slot.size()));
    }

    /** Probability with which an instance is drawn. */
    public double probability(Instance instance) {
        double sum = 0;
        for (List<Instance> slot : slots) {
            sum += slot.contains(instance) ? 1.0 / slot.size() / slots.size() : 0;
        }
        return sum;
    }
}
