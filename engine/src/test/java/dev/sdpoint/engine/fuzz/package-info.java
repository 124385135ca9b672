/** The readers of foreign files of the engine, for fuzzing. */
@NullMarked
package dev.sdpoint.engine.fuzz;

import org.jspecify.annotations.NullMarked;
