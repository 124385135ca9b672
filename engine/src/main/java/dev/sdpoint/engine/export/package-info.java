/**
 * What is ours in formats of other tools: recorded runs as event files of TensorBoard and as tables, instances of models as ONNX
 * files. Imports {@code store} for the runs, {@code model} for models and whole files, {@code network}, {@code sdpoint}, {@code data},
 * {@code evaluation}, {@code event} and {@code training} for what they hold. Writes protocol buffers itself and knows no tensor library.
 */
@NullMarked
package dev.sdpoint.engine.export;

import org.jspecify.annotations.NullMarked;
