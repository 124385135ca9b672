/** The doors between the rooms. */
@NullMarked
package dev.sdpoint.app;

import org.jspecify.annotations.NullMarked;
