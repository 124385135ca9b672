/** The readers of foreign files of the application, for fuzzing. */
@NullMarked
package dev.sdpoint.app.fuzz;

import org.jspecify.annotations.NullMarked;
