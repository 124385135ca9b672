/**
 * Recorded runs in formats of other tools: event files of TensorBoard, and tables. Imports {@code store} for the runs, {@code
 * event} and {@code evaluation} for what they hold, {@code model} for whole files.
 */
@NullMarked
package dev.sdpoint.engine.export;

import org.jspecify.annotations.NullMarked;
