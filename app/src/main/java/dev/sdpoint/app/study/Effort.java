package dev.sdpoint.app.study;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.SharedCost;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Locale;

/**
 * What a study computes.
 *
 * @param images how many images
 * @param instances under how many instances each of them runs, layers shared among them
 * @param passes how often that is done; 0 if all answers are known already
 * @param flops operations of all passes together
 */
public record Effort(int images, int instances, int passes, double flops) {
    /** Passes over images under all instances of a space. */
    public static Effort of(NetworkPlan plan, InstanceSpace space, int images, int passes) {
        double full = new CostModel(plan).cost(Instance.FULL).flops();
        double shared = SharedCost.of(plan, space).shared();
        return new Effort(images, space.size(), passes, full * shared * images * passes);
    }

    /** Such as "2,000 images × 15 instances × 5 passes". */
    public String words() {
        if (passes == 0) {
            return String.format(
                    Locale.ROOT, "%,d images × %d instances, answers recorded with the model", images, instances);
        }
        String work = String.format(Locale.ROOT, "%,d images × %d instances", images, instances);
        return passes == 1 ? work : work + " × " + passes + " passes";
    }
}
