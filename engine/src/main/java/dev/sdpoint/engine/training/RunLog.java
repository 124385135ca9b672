package dev.sdpoint.engine.training;

import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.engine.model.RateEdit;
import dev.sdpoint.engine.model.RunHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Writes down a run's history as it happens. A run that was begun by a program which kept none starts its history when it is
 * first taken up again. One thread.
 */
final class RunLog {
    private final Machine here;
    private final List<Machine> machines = new ArrayList<>();
    private final List<RateEdit> rateEdits = new ArrayList<>();
    private String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private int sessions = 1;
    private double calibrationSeconds;
    private double evaluationSeconds;

    /** The log of a run that starts now. */
    RunLog(Machine here) {
        this.here = here;
        machines.add(here);
    }

    /** Goes on with what a checkpoint tells of the sessions before this one. */
    void goOnFrom(RunHistory before) {
        startedAt = before.startedAt();
        sessions = before.sessions() + 1;
        calibrationSeconds += before.calibrationSeconds();
        evaluationSeconds += before.evaluationSeconds();
        rateEdits.addAll(0, before.rateEdits());
        machines.clear();
        machines.addAll(before.machines());
        if (!machines.get(machines.size() - 1).equals(here)) {
            machines.add(here);
        }
    }

    void calibrated(long sinceNanos) {
        calibrationSeconds += (System.nanoTime() - sinceNanos) / 1e9;
    }

    void evaluated(long sinceNanos) {
        evaluationSeconds += (System.nanoTime() - sinceNanos) / 1e9;
    }

    void rateEdited(long iteration, double peakRate) {
        rateEdits.add(new RateEdit(iteration, peakRate));
    }

    /** The peak learning rate that a person set last, in this session or before. */
    OptionalDouble editedPeakRate() {
        return rateEdits.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rateEdits.get(rateEdits.size() - 1).peakRate());
    }

    RunHistory history() {
        return new RunHistory(startedAt, sessions, calibrationSeconds, evaluationSeconds, rateEdits, machines);
    }
}
