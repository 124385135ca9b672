package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;

/**
 * How a run has come to its end.
 *
 * @param how finished, stopped or failed
 * @param begun whether it came under way, and so stands in the records; if not, nothing of it is kept
 * @param imagesPerSecond mean over the session, evaluations and pauses left out; 0 if it did not come to train
 */
record RunEnd(Recipe recipe, RunState how, boolean begun, double imagesPerSecond) {
    /** The end of a run that could not so much as begin. */
    static RunEnd before(Recipe recipe, RunState how) {
        return new RunEnd(recipe, how, false, 0);
    }

    /** The end of a run that was under way. */
    static RunEnd of(ActiveRun run, RunState how) {
        return new RunEnd(run.recipe(), how, true, run.tracker().meanImagesPerSecond());
    }
}
