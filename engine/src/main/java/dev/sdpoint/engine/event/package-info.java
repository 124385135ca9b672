/**
 * What a training run tells the world: sealed records of primitives, never a tensor or a model. Imports {@code
 * evaluation} for the scores of instances.
 */
@NullMarked
package dev.sdpoint.engine.event;

import org.jspecify.annotations.NullMarked;
