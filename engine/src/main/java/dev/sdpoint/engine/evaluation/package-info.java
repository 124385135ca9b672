/**
 * What a network is worth under every instance: batch-norm calibration, the sweep, the cost–error curve, the minimum
 * cost of each image. Owns the small interface that {@code compute} implements.
 */
@NullMarked
package dev.sdpoint.engine.evaluation;

import org.jspecify.annotations.NullMarked;
