/**
 * The person's recorded runs: one run store, opened when it is first needed, and training sessions that are recorded in it. Used by
 * places and commands alike; knows no window.
 */
@NullMarked
package dev.sdpoint.app.archive;

import org.jspecify.annotations.NullMarked;
