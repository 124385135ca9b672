/** Comparisons that reach into the layers themselves. */
@NullMarked
package dev.sdpoint.engine.compute;

import org.jspecify.annotations.NullMarked;
