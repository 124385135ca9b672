/** Whether what is compared is equal work; no times. */
@NullMarked
package dev.sdpoint.benchmarks;

import org.jspecify.annotations.NullMarked;
