package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.Unwatched;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.LatencyProfiler;
import java.util.List;
import java.util.function.Consumer;

/** Runs jobs at once on the calling thread. */
final class Direct {
    private Direct() {}

    static LongJobs background() {
        return new LongJobs() {
            @Override
            public <T> void start(
                    String title,
                    BackgroundJob.Work<T> work,
                    Runnable stopSignal,
                    Consumer<T> done,
                    Consumer<Throwable> failed) {
                Unwatched.run(work, done, failed);
            }
        };
    }

    /** Instances that take a millisecond for 100 MFLOPs, told at once. */
    static LatencyProfiler profiler() {
        return (network, space, progress) -> {
            List<LatencyProfile.Timing> timings = new CostModel(network.plan())
                    .costs(space).stream()
                            .map(cost -> new LatencyProfile.Timing(cost.instance(), cost.flops(), cost.flops() / 1e8))
                            .toList();
            return new LatencyProfile(network.name(), 100, timings);
        };
    }
}
