/**
 * What is ours in formats of other tools: recorded runs as event files of TensorBoard and as tables, instances as ONNX files. Imports {@code store} for the runs, {@code
 * event} and {@code evaluation} for what they hold, {@code model} for whole files.
 */
@NullMarked
package dev.sdpoint.engine.export;

import org.jspecify.annotations.NullMarked;
