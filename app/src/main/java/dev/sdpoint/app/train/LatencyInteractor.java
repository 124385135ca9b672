package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.LatencyProfiler;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times the networks of the run and of the open model on this machine, while no run trains. JavaFX thread only. */
final class LatencyInteractor {
    private static final Texts TEXTS = Texts.of(LatencyInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(LatencyInteractor.class);
    private static final int STEPS = 1000;

    private final TrainModel model;
    private final Workspace workspace;
    private final LongJobs background;
    private final LatencyProfiler profiler;
    private final Set<Network> timed = new LinkedHashSet<>();
    private Optional<AtomicBoolean> stop = Optional.empty();

    private record Network(NetworkSpec spec, InstanceSpace space) {}

    LatencyInteractor(TrainModel model, Workspace workspace, LongJobs background, LatencyProfiler profiler) {
        this.model = model;
        this.workspace = workspace;
        this.background = background;
        this.profiler = profiler;
        // A run that goes on would spoil the times, and they would slow it down.
        model.statusProperty().addListener((value, before, after) -> {
            if (trains()) {
                stop.ifPresent(signal -> signal.set(true));
            }
        });
    }

    private boolean trains() {
        return model.statusProperty().get().computes();
    }

    /** Times what was not timed yet; nothing while a run trains or if it is being done. */
    void measure() {
        List<Network> networks = new ArrayList<>(untimed());
        if (networks.isEmpty() || trains() || model.measuringProperty().get()) {
            return;
        }
        AtomicBoolean signal = new AtomicBoolean();
        stop = Optional.of(signal);
        model.measuringProperty().set(true);
        background.start(
                TEXTS.get("job.timing", networks.get(0).spec().name()),
                progress -> measure(networks, signal, progress),
                () -> signal.set(true),
                profiles -> {
                    timed.addAll(networks);
                    model.latencies().addAll(profiles);
                    ended();
                },
                failure -> {
                    ended();
                    if (!(failure instanceof InterruptedException)) {
                        LOG.warn("The networks could not be timed.", failure);
                        model.noticeProperty()
                                .set(Optional.of(Notice.problem(TEXTS.get("timing.failed", Sentence.of(failure)))));
                    }
                });
    }

    /** The program ends. */
    void close() {
        stop.ifPresent(signal -> signal.set(true));
    }

    private void ended() {
        stop = Optional.empty();
        model.measuringProperty().set(false);
    }

    private Set<Network> untimed() {
        Set<Network> networks = new LinkedHashSet<>();
        model.runRecipeProperty().get().ifPresent(r -> networks.add(new Network(r.network(), r.space())));
        workspace
                .modelProperty()
                .get()
                .ifPresent(open -> networks.add(
                        new Network(open.model().network(), open.model().space())));
        networks.removeAll(timed);
        return networks;
    }

    private List<LatencyProfile> measure(List<Network> networks, AtomicBoolean signal, BackgroundJob.Progress progress)
            throws InterruptedException {
        List<LatencyProfile> profiles = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Network network = networks.get(i);
            int before = i;
            profiles.add(profiler.measure(network.spec(), network.space(), share -> {
                if (signal.get() || progress.cancelled()) {
                    throw new InterruptedException(TEXTS.get("timing.stopped"));
                }
                double done = (before + share) / networks.size();
                progress.update(
                        Math.round(STEPS * done),
                        STEPS,
                        TEXTS.get(
                                "timing.progress",
                                network.spec().name(),
                                network.space().size()));
            }));
        }
        return profiles;
    }
}
