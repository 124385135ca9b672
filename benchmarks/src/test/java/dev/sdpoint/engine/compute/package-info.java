/** Whether what is timed of the layers is what it says. */
@NullMarked
package dev.sdpoint.engine.compute;

import org.jspecify.annotations.NullMarked;
