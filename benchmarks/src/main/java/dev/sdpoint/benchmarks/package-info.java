/**
 * Measurements that pair this program with others in one process, in turn, and quote medians of ratios. Outside the default
 * build.
 */
@NullMarked
package dev.sdpoint.benchmarks;

import org.jspecify.annotations.NullMarked;
