package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;

/**
 * How a run has come to its end.
 *
 * @param how finished, stopped or failed
 * @param imagesPerSecond mean over the session, evaluations and pauses left out; 0 if it did not come to train
 */
record RunEnd(Recipe recipe, RunState how, double imagesPerSecond) {}
