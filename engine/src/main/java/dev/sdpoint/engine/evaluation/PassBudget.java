package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.network.NetworkPlan;

/**
 * Bounds how many images run at once by what a shared pass keeps: the activations of the full network, 4 bytes a value. What an
 * instance runs for itself meanwhile takes less than that again (about 9/16 of it at the paper's larger ratio).
 *
 * @param keptBytes bytes that a pass may keep, at least 1
 */
public record PassBudget(long keptBytes) {
    /** 768 MB: a wrn-16-2 on images of side 32 keeps 2.65 MB of each, a resnext-101-32x4d at 224 242 MB. */
    public static final PassBudget STANDARD = new PassBudget(768L << 20);

    private static final int LARGEST_BATCH = 100;

    public PassBudget {
        if (keptBytes < 1) {
            throw new IllegalArgumentException("a pass cannot keep " + keptBytes + " bytes; at least 1");
        }
    }

    /** Images of a batch of evaluation: at most 100, of which larger ones are no faster. */
    public int batch(NetworkPlan plan) {
        return images(plan, 1, LARGEST_BATCH);
    }

    /**
     * How many images to run at once.
     *
     * @param least images that run together even if they exceed the budget
     * @param most images that are run at once however small the network is
     */
    public int images(NetworkPlan plan, int least, int most) {
        long fitting = keptBytes / (Float.BYTES * plan.activations());
        return (int) Math.max(least, Math.min(most, fitting));
    }
}
