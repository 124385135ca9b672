package dev.sdpoint.app.train;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;

/**
 * One evaluation in a line.
 *
 * @param iteration after which it was made
 * @param images that it looked at
 * @param label such as "epoch 3"
 * @param best smallest top-1 error of any instance, 0 … 1
 * @param cheapest top-1 error of the cheapest instance, 0 … 1
 */
record EvaluationSummary(long iteration, int images, String label, double best, double cheapest) {
    static EvaluationSummary of(String label, long iteration, Sweep sweep) {
        double best = sweep.scores().stream()
                .mapToDouble(InstanceScore::top1Error)
                .min()
                .orElseThrow();
        return new EvaluationSummary(
                iteration, sweep.images(), label, best, sweep.byCost().get(0).top1Error());
    }

    /** Whether another is the same evaluation, told before. */
    boolean replaces(EvaluationSummary other) {
        return iteration == other.iteration && images == other.images;
    }
}
