/**
 * Measurements that pair this program with other libraries, and the program that runs all measurements. Outside the default
 * build, because of what it downloads.
 */
@NullMarked
package dev.sdpoint.benchmarks;

import org.jspecify.annotations.NullMarked;
