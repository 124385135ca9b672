@NullMarked
package dev.sdpoint.app.chart;

import org.jspecify.annotations.NullMarked;
