package dev.sdpoint.app.train;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;

/**
 * One evaluation in a line.
 *
 * @param label such as "epoch 3"
 * @param best smallest top-1 error of any instance, 0 … 1
 * @param cheapest top-1 error of the cheapest instance, 0 … 1
 */
record EvaluationSummary(String label, double best, double cheapest) {
    static EvaluationSummary of(String label, Sweep sweep) {
        double best = sweep.scores().stream()
                .mapToDouble(InstanceScore::top1Error)
                .min()
                .orElseThrow();
        return new EvaluationSummary(label, best, sweep.byCost().get(0).top1Error());
    }
}
