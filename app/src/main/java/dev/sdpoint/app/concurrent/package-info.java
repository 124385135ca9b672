/**
 * Work off the JavaFX thread: tasks with success, failure and cancelled paths, and the only calls of {@code
 * Platform.runLater}. Imports JavaFX and the JDK.
 */
@NullMarked
package dev.sdpoint.app.concurrent;

import org.jspecify.annotations.NullMarked;
