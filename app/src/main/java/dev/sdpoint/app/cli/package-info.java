/**
 * The commands of the terminal. Imports picocli, the engine and, for sentences and folders, {@code workspace}; no toolkit and no
 * window, which the shell hands in.
 */
@NullMarked
package dev.sdpoint.app.cli;

import org.jspecify.annotations.NullMarked;
