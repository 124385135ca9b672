/**
 * What one can ask of trained models, from the terminal and in the window alike: a question, its answer as sentences, a table and a
 * figure, and what it costs to find out. Imports the engine and {@code figure}; no JavaFX, no picocli and no place.
 */
@NullMarked
package dev.sdpoint.app.study;

import org.jspecify.annotations.NullMarked;
