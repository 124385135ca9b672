/**
 * What holds the readers of foreign files to their promises: whatever the bytes, they give a sound object or refuse with a sentence for a
 * person, in bounded time and memory. Knows none of the readers; the tests of the other modules bring them as {@link
 * dev.sdpoint.fuzzing.FuzzTarget}s.
 */
@NullMarked
package dev.sdpoint.fuzzing;

import org.jspecify.annotations.NullMarked;
