package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.ArrayList;
import java.util.List;

/**
 * The evaluations of a run that its chart has room for, oldest first. A run that goes on from a checkpoint may tell its last evaluation
 * again, and what it told after the checkpoint did not happen. JavaFX thread only.
 */
final class ToldEvaluations {
    private static final int ROOM = CostErrorData.TRAIL + 1;

    private final List<Told> told = new ArrayList<>();
    private boolean drawn = true;

    /** Takes one in, and out what it {@linkplain EvaluationSummary#replaces replaces}. */
    void add(EvaluationSummary summary, Sweep sweep) {
        told.removeIf(earlier -> summary.replaces(earlier.summary()));
        told.add(new Told(summary, new Labelled(summary.label(), sweep)));
        if (told.size() > ROOM) {
            told.remove(0);
        }
        drawn = false;
    }

    /** Forgets those after an iteration. */
    void cutAfter(long iteration) {
        if (told.removeIf(evaluation -> evaluation.summary().iteration() > iteration)) {
            drawn = false;
        }
    }

    /** Forgets the run before. */
    void clear() {
        told.clear();
        drawn = true;
    }

    /** Whether the chart shows them all. */
    boolean drawn() {
        return drawn;
    }

    /** The chart with these in place of the ones that it shows. */
    CostErrorData drawOn(CostErrorData shown) {
        CostErrorData data = shown.cleared();
        for (Told evaluation : told) {
            data = data.plus(evaluation.curve());
        }
        drawn = true;
        return data;
    }

    private record Told(EvaluationSummary summary, Labelled curve) {}
}
