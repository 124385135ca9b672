/**
 * The place "Analysis": recorded runs side by side, and what one can ask of a trained model, each as a figure, a table and a sentence.
 * Imports the engine, {@code study}, {@code figure}, {@code chart}, {@code archive}, {@code concurrent} and {@code workspace}; no other
 * place and not the shell.
 */
@NullMarked
package dev.sdpoint.app.analysis;

import org.jspecify.annotations.NullMarked;
