package dev.sdpoint.app.study;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.SharedCost;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;

/**
 * What a study computes.
 *
 * @param images how many images
 * @param instances under how many instances each of them runs, layers shared among them
 * @param passes how often that is done; 0 if all answers are known already
 * @param flops operations of all passes together
 */
public record Effort(int images, int instances, int passes, double flops) {
    private static final Texts TEXTS = Texts.of(Effort.class);

    /** Passes over images under all instances of a space. */
    public static Effort of(NetworkPlan plan, InstanceSpace space, int images, int passes) {
        double full = new CostModel(plan).cost(Instance.FULL).flops();
        double shared = SharedCost.of(plan, space).shared();
        return new Effort(images, space.size(), passes, full * shared * images * passes);
    }

    /** Such as "2,000 images × 15 instances × 5 passes". */
    public String words() {
        return switch (passes) {
            case 0 -> TEXTS.get("effort.recorded", images, instances);
            case 1 -> TEXTS.get("effort.one-pass", images, instances);
            default -> TEXTS.get("effort.passes", images, instances, passes);
        };
    }
}
