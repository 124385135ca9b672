package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person asks of the run under way; it hears it after the iteration that it is at. Nothing without a run. JavaFX thread only. */
final class RunSteering {
    private static final Texts TEXTS = Texts.of(RunSteering.class);

    private final TrainModel model;
    private final RunFollower follower;
    private final Supplier<Optional<ActiveRun>> running;

    /** @param running the run that is under way now */
    RunSteering(TrainModel model, RunFollower follower, Supplier<Optional<ActiveRun>> running) {
        this.model = model;
        this.follower = follower;
        this.running = running;
    }

    /** Pauses, or goes on after a pause. */
    void pauseOrResume() {
        running.get().ifPresent(run -> {
            boolean pause = !run.control().pauseRequested();
            if (pause) {
                run.control().pause();
            } else {
                run.control().resume();
            }
            run.tracker().pauseAsked(pause);
            follower.showStatus(run);
        });
    }

    /** Asks the run to write a checkpoint and end; one that is about to begin does not begin. */
    void stop() {
        Optional<ActiveRun> asked = running.get();
        if (asked.isEmpty() && model.statusProperty().get().state() == RunState.STARTING) {
            model.statusProperty().set(model.statusProperty().get().in(RunState.STOPPING));
        }
        asked.ifPresent(run -> {
            run.control().stop();
            run.tracker().stopAsked();
            follower.showStatus(run);
        });
    }

    /** Whether a run that is about to begin is wanted no longer. */
    boolean stopAsked() {
        return model.statusProperty().get().state() == RunState.STOPPING;
    }

    /** Asks for an evaluation of all instances after the iteration under way. */
    void evaluateNow() {
        running.get().ifPresent(run -> {
            run.control().evaluateNow();
            run.tracker().evaluationAsked();
            follower.showStatus(run);
        });
    }

    /** Applies the peak learning rate that a person has typed to the run, if it is right and another than the one in force. */
    void applyPeakRate() {
        running.get()
                .ifPresent(run -> model.rate().typed().ifPresent(rate -> {
                    run.control().setPeakLearningRate(rate);
                    model.rate().show(rate);
                    Notice changed = Notice.hint(TEXTS.get("rate.changed", RecipeEntries.number(rate)));
                    model.noticeProperty().set(Optional.of(changed));
                }));
    }
}
