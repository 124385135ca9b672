/**
 * How times are compared: alternatives in turn in one process, medians of the ratios of a round, and only if all do the same
 * work. With the comparisons that need no other library than those of the program; may import the engine, DL4J and ND4J. In the
 * default build, whose tests ask for equal work and never for a time.
 */
@NullMarked
package dev.sdpoint.measurement;

import org.jspecify.annotations.NullMarked;
