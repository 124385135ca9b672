/**
 * Charts that several places show: the cost–error chart with its axes, its theme and its exports. Imports JFreeChart,
 * JavaFX, {@code theme}, {@code figure} and the engine's scores; no place.
 */
@NullMarked
package dev.sdpoint.app.chart;

import org.jspecify.annotations.NullMarked;
