package dev.sdpoint.app.budget;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.LatencyProfile.Timing;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Machines and measurements whose outcome is known. */
final class PretendTimes {
    private PretendTimes() {}

    /** A machine that is recognised by its processor. */
    static Machine machine(String processor) {
        return new Machine(processor, 2, 0, new Device("CPU", 2, 2));
    }

    /** Measurements that take no time: a millisecond for 100 MFLOPs, but for the instances given. */
    static MachineTimes here(Path file, String processor, Map<Instance, Double> others) {
        return new MachineTimes(
                (network, space, progress) -> {
                    progress.report(0);
                    progress.report(0.5);
                    return profile(network, space, others);
                },
                () -> machine(processor),
                file);
    }

    static LatencyProfile profile(NetworkSpec network, InstanceSpace space, Map<Instance, Double> others) {
        List<Timing> timings = new ArrayList<>();
        for (InstanceCost cost : new CostModel(network.plan()).costs(space)) {
            double usual = cost.flops() / 1e8;
            timings.add(new Timing(cost.instance(), cost.flops(), others.getOrDefault(cost.instance(), usual)));
        }
        return new LatencyProfile(network.name(), 100, timings);
    }
}
