package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.event.TrainingEvent;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Moves what a run tells into the model: what the training thread put into a {@link TelemetryBuffer}, one to ten times a second. JavaFX
 * thread only.
 */
final class RunFollower {
    private static final Texts TEXTS = Texts.of(RunFollower.class);

    /** Iterations that smoothed curves average over, as a share of an epoch. */
    private static final double HORIZON = 0.5;

    private static final double SHORTEST_HORIZON = 10;

    private final TrainModel model;
    private final LongSupplier nanos;
    private final CurvePace curvePace = new CurvePace();
    private final ChartRest evaluationRest = new ChartRest();
    private final ToldEvaluations evaluations = new ToldEvaluations();
    private TelemetryBuffer telemetry = new TelemetryBuffer(1);

    RunFollower(TrainModel model, LongSupplier nanos) {
        this.model = model;
        this.nanos = nanos;
    }

    /**
     * Begins to follow a run.
     *
     * @param goesOn whether its curves so far are shown, and are carried on
     * @return what takes down what it tells
     */
    TelemetryBuffer follow(ActiveRun run, boolean goesOn) {
        if (!goesOn || model.curvesProperty().get().equals(RunCurves.EMPTY)) {
            telemetry = new TelemetryBuffer(run.recipe().space().size());
        }
        curvePace.restart();
        evaluationRest.end();
        showStatus(run);
        return telemetry;
    }

    /** Shows where the run stands now. */
    void showStatus(ActiveRun run) {
        model.statusProperty().set(run.tracker().status(nanos.getAsLong()));
    }

    /** @param last whether nothing follows, so that the curves must be whole */
    void drain(ActiveRun run, boolean last) {
        TelemetryFrame frame = telemetry.drain();
        for (TrainingEvent event : frame.events()) {
            if (event instanceof TrainingEvent.Evaluated evaluated) {
                take(evaluated);
            } else if (event instanceof TrainingEvent.Started started) {
                // Taken up from a checkpoint: what came after it did not happen.
                evaluations.cutAfter(started.iteration());
                model.history().removeIf(line -> line.iteration() > started.iteration());
            } else if (event instanceof TrainingEvent.PeakRateChanged changed) {
                model.rate().told(changed.peakRate());
            } else if (event instanceof TrainingEvent.Warned warned) {
                model.noticeProperty().set(Optional.of(Notice.hint(warned.message())));
            } else if (event instanceof TrainingEvent.CheckpointFailed failed) {
                model.noticeProperty().set(Optional.of(Notice.problem(failed.message())));
            } else if (event instanceof TrainingEvent.StopHeld held) {
                model.noticeProperty().set(Optional.of(Notice.problem(held.message())));
            }
        }
        model.statusProperty().set(run.tracker().take(frame, nanos.getAsLong()));
        boolean drawn = drawEvaluations(last);
        // One chart a frame: both together would take longer than a frame has.
        if (last
                || (!drawn
                        && frame.newest().isPresent()
                        && curvePace.due(frame.newest().get().iteration(), nanos.getAsLong()))) {
            double horizon = Math.max(SHORTEST_HORIZON, HORIZON * run.tracker().iterationsPerEpoch());
            model.curvesProperty().set(telemetry.curves(horizon, run.tracker().iterationsPerEpoch()));
        }
    }

    /** The last one before a checkpoint may be told again by the run that goes on from it. */
    private void take(TrainingEvent.Evaluated evaluated) {
        String label = TEXTS.get("evaluation.epoch", evaluated.epoch());
        EvaluationSummary line = EvaluationSummary.of(label, evaluated.iteration(), evaluated.sweep());
        evaluations.add(line, evaluated.sweep());
        model.history().removeIf(line::replaces);
        model.history().add(0, line);
    }

    /** Draws the evaluations that came since the last time, if the chart has rested; whether there were any. */
    private boolean drawEvaluations(boolean last) {
        if (evaluations.drawn() || !(evaluationRest.over(nanos.getAsLong()) || last)) {
            return false;
        }
        evaluationRest.begin(nanos.getAsLong());
        model.costErrorProperty()
                .set(evaluations.drawOn(model.costErrorProperty().get()));
        return true;
    }

    /** Forgets the run before. */
    void forget() {
        model.resultProperty().set(Optional.empty());
        model.unfinishedProperty().set(Optional.empty());
        model.curvesProperty().set(RunCurves.EMPTY);
        model.history().clear();
        evaluations.clear();
        model.costErrorProperty().set(model.costErrorProperty().get().cleared());
    }
}
