package dev.sdpoint.app.analysis;

/**
 * What a run was like at some time: at an evaluation, or on average over some iterations. What is not known there is NaN.
 *
 * @param iteration iterations done
 * @param epoch epochs done, with fractions
 * @param hours hours of learning so far, evaluations and pauses left out
 * @param loss mean cross-entropy of the mini-batches, in nats
 * @param trainingError share of the mini-batches that was wrong, 0 … 1
 * @param learningRate as used
 * @param bestError smallest top-1 error of any instance, 0 … 1
 * @param fullError top-1 error at full resolution, 0 … 1
 */
record Moment(
        double iteration,
        double epoch,
        double hours,
        double loss,
        double trainingError,
        double learningRate,
        double bestError,
        double fullError) {
    /** The same moment with what an evaluation said. */
    Moment evaluated(double atIteration, double atEpoch, double best, double full) {
        return new Moment(atIteration, atEpoch, hours, loss, trainingError, learningRate, best, full);
    }
}
