/**
 * The list of all recorded runs, a page of the Train place that the shell hands to it: sorted, searched, named, tagged, compared,
 * deleted and brought back, taken elsewhere. Does not know the place that shows it.
 */
@NullMarked
package dev.sdpoint.app.runs;

import org.jspecify.annotations.NullMarked;
