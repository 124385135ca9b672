/**
 * One readable training loop with its recipe, schedules, controls and checkpoints. Owns the small interface that {@code
 * compute} implements.
 */
@NullMarked
package dev.sdpoint.engine.training;

import org.jspecify.annotations.NullMarked;
