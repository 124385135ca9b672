/**
 * The model file: weights, statistics bank, class names, normalisation, sweep and outcomes in one checked zip. No DL4J
 * format and no class name is inside.
 */
@NullMarked
package dev.sdpoint.engine.model;

import org.jspecify.annotations.NullMarked;
