/** The doors between the rooms. */
@NullMarked
package dev.sdpoint.engine;

import org.jspecify.annotations.NullMarked;
