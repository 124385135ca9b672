package dev.sdpoint.engine.reproduction;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run offers: its instances with cost and top-1 error on the validation images.
 *
 * @param id of the run
 * @param title for people
 * @param role what it stands for
 * @param family the network that it is compared for
 * @param sweep scores; of a network of one cost, full resolution alone
 */
public record Curve(String id, String title, Entry.Role role, String family, Sweep sweep) {
    /** The curve of a trained run. */
    public static Curve of(Entry entry, Sweep sweep) {
        Sweep kept = entry.role().onePoint() ? new Sweep(sweep.images(), List.of(sweep.of(Instance.FULL))) : sweep;
        return new Curve(entry.id(), entry.title(), entry.role(), entry.family(), kept);
    }

    /** SDPoint's weights with the running statistics of training for every instance. */
    public static Curve uniform(Entry sdpoint, Sweep sweep) {
        return new Curve(
                sdpoint.id() + "-uniform",
                sdpoint.title() + ", uniform statistics",
                Entry.Role.UNIFORM,
                sdpoint.family(),
                sweep);
    }

    /** The lowest error among instances of at most this cost; empty if none is so cheap. */
    public OptionalDouble errorWithin(long flops) {
        return sweep.scores().stream()
                .filter(s -> s.flops() <= flops)
                .mapToDouble(InstanceScore::top1Error)
                .min();
    }

    /** The instance with the lowest error; of equal ones the cheapest. */
    public InstanceScore best() {
        List<InstanceScore> curve = sweep.curve();
        return curve.get(curve.size() - 1);
    }

    /** Full resolution. */
    public InstanceScore full() {
        return sweep.of(Instance.FULL);
    }
}
