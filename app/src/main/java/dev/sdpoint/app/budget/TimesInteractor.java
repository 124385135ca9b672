package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.TimesFile.Entry;
import dev.sdpoint.app.budget.TimesModel.Busy;
import dev.sdpoint.app.budget.TimesModel.Measured;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.WatchedJobs;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.model.ModelIdentity;
import dev.sdpoint.engine.model.SdpModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up what the open model takes on this machine, and measures it when asked. JavaFX thread only. */
final class TimesInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(TimesInteractor.class);
    private static final Texts TEXTS = Texts.of(TimesInteractor.class);
    private static final int STEPS = 1000;

    private final TimesModel state;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final WatchedJobs jobs;
    private final MachineTimes here;
    private final ObservableBooleanValue streams;
    private final TimesFile file;
    private WatchedJobs.@Nullable Job job;
    private TaskRunner.Cancellation lookUp = () -> {};

    /** What a measurement came to. */
    private record Outcome(Measured measured, String problem) {}

    /** @param streams whether a stream runs */
    TimesInteractor(
            TimesModel state,
            Workspace workspace,
            TaskRunner tasks,
            WatchedJobs jobs,
            MachineTimes here,
            ObservableBooleanValue streams) {
        this.state = state;
        this.workspace = workspace;
        this.tasks = tasks;
        this.jobs = jobs;
        this.here = here;
        this.streams = streams;
        this.file = new TimesFile(here.file());
    }

    /** Another model is open, or none: what was measured of it before is looked up. */
    void modelChanged() {
        cancel();
        lookUp.cancel();
        state.problemProperty().set("");
        state.measuredProperty().set(Optional.empty());
        Optional<OpenModel> open = workspace.modelProperty().get();
        state.recordedOnProperty()
                .set(open.map(OpenModel::model)
                        .flatMap(TimesInteractor::recordedOn)
                        .orElse(""));
        open.ifPresent(model -> lookUp = tasks.run(
                () -> remembered(model.model()),
                found -> found.filter(measured -> isOpen(model)).ifPresent(this::show),
                problem -> LOG.warn("The times of earlier measurements cannot be read.", problem)));
    }

    private static Optional<String> recordedOn(SdpModel model) {
        return model.record()
                .history()
                .map(history -> MachineTimes.words(
                        history.machines().get(history.machines().size() - 1)));
    }

    /** The machine is asked for its name only if there is something to compare it with: that loads native libraries. */
    private Optional<Measured> remembered(SdpModel model) throws Exception {
        List<Entry> all = file.read();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String identity = ModelIdentity.of(model);
        if (all.stream().noneMatch(entry -> entry.model().equals(identity))) {
            return Optional.empty();
        }
        String machine = MachineTimes.words(here.machine().call());
        return all.stream()
                .filter(entry -> entry.sameAs(identity, machine)
                        && entry.profile().on(model.sweep()).isPresent())
                .map(entry -> new Measured(entry.profile(), machine))
                .findFirst();
    }

    /** Whether a stream runs; held here, so that it is heard for as long as this lives. */
    ObservableBooleanValue streams() {
        return streams;
    }

    /** Something else that computes began, or ended: a run, a stream, or the answers to all images. */
    void othersChanged() {
        Busy busy = busy();
        state.busyProperty().set(busy);
        if (busy != Busy.NOTHING && state.measuringProperty().get()) {
            cancel();
            state.problemProperty().set(spoiled(busy));
        }
    }

    private Busy busy() {
        boolean trains = workspace
                .runProperty()
                .get()
                .filter(run -> run.phase() == RunNews.Phase.TRAINING)
                .isPresent();
        if (trains) {
            return Busy.TRAINING;
        }
        if (streams.get()) {
            return Busy.STREAMING;
        }
        return workspace.sortingProperty().get().phase() == Sorting.Phase.RUNNING ? Busy.ANSWERING : Busy.NOTHING;
    }

    private static String spoiled(Busy busy) {
        return switch (busy) {
            case NOTHING -> "";
            case TRAINING -> TEXTS.get("times.run-began");
            case STREAMING -> TEXTS.get("times.stream-began");
            case ANSWERING -> TEXTS.get("times.answers-began");
        };
    }

    /** Measures the open model; nothing while that is being done or something else computes. */
    void measure() {
        Optional<OpenModel> open = workspace.modelProperty().get();
        if (open.isEmpty()
                || state.measuringProperty().get()
                || state.busyProperty().get() != Busy.NOTHING) {
            return;
        }
        OpenModel model = open.get();
        lookUp.cancel();
        state.problemProperty().set("");
        state.measuringProperty().set(true);
        WatchedJobs.Job started = jobs.start(
                TEXTS.get("times.job", model.model().network().name()),
                progress -> measure(model.model(), progress),
                new WatchedJobs.Ending<>(
                        outcome -> {
                            ended();
                            if (isOpen(model)) {
                                state.problemProperty().set(outcome.problem());
                                show(outcome.measured());
                            }
                        },
                        failure -> {
                            ended();
                            if (isOpen(model)) {
                                LOG.warn("The model could not be measured.", failure);
                                state.problemProperty().set(TEXTS.get("times.failed", Sentence.of(failure)));
                            }
                        },
                        this::ended));
        if (state.measuringProperty().get()) {
            job = started;
            state.progressProperty().bind(started.progress());
        }
    }

    private Outcome measure(SdpModel model, BackgroundJob.Progress progress) throws Exception {
        String what = TEXTS.get("times.job.step", Integer.toString(model.space().size()));
        LatencyProfile profile = here.profiler().measure(model.network(), model.space(), share -> {
            if (progress.cancelled()) {
                throw new InterruptedException("stopped");
            }
            progress.update(Math.round(STEPS * share), STEPS, what);
        });
        Measured measured =
                new Measured(profile, MachineTimes.words(here.machine().call()));
        try {
            file.remember(new Entry(ModelIdentity.of(model), measured.machine(), profile));
            return new Outcome(measured, "");
        } catch (IOException e) {
            LOG.warn("The times cannot be written.", e);
            return new Outcome(measured, TEXTS.get("times.not-kept", Sentence.of(e)));
        }
    }

    /** Ends the measurement; harmless if there is none. The times from before stay. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void ended() {
        state.progressProperty().unbind();
        state.progressProperty().set(0);
        state.measuringProperty().set(false);
        job = null;
    }

    private void show(Measured measured) {
        state.measuredProperty().set(Optional.of(measured));
    }

    // The very same model, not an equal one: comparing weights would halt the window.
    @SuppressWarnings("ReferenceEquality")
    private boolean isOpen(OpenModel model) {
        return workspace
                .modelProperty()
                .get()
                .filter(open -> open.model() == model.model())
                .isPresent();
    }
}
