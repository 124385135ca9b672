/**
 * Floating-point operations of any instance, itemised per layer, from the plan alone. Imports {@code network} and
 * {@code sdpoint}; no tensors.
 */
@NullMarked
package dev.sdpoint.engine.cost;

import org.jspecify.annotations.NullMarked;
